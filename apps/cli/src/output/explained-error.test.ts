import { RetortError } from '@retort/engine/state';
import { explainError } from './explained-error';

const lost = new Error('Connection terminated unexpectedly');

test('what nobody expected is told with its stack, but not after Ctrl-C', () => {
  expect(explainError(lost)).toMatchObject({ what: lost.message, kind: 'failed', stack: lost.stack });
  expect(explainError(lost, true)).toEqual({
    what: 'Interrupted.',
    at: 'Ctrl-C',
    next: 'Run the command again.',
    kind: 'interrupted',
  });
});

test('what was expected says for itself what became of it', () => {
  const error = new RetortError({ what: 'The up failed.', at: 'a file', next: 'Correct it.' });
  expect(explainError(error, true)).toEqual({
    what: 'The up failed.',
    at: 'a file',
    next: 'Correct it.',
    kind: 'failed',
  });
});

test('a program that a command had started ended with it at Ctrl-C', () => {
  const cause = Object.assign(new Error('Command failed: biome'), { cmd: 'biome' });
  const error = new RetortError({ what: 'The formatter failed.', at: 'biome', next: 'Install it.', cause });
  expect(explainError(error)).toMatchObject({ what: 'The formatter failed.', kind: 'failed' });
  expect(explainError(error, true)).toMatchObject({ what: 'Interrupted.', kind: 'interrupted' });
});

test('a full disk of the server is no defect', () => {
  const full = Object.assign(new Error('could not extend file "base/1/2": No space left on device'), {
    code: '53100',
  });
  expect(explainError(full)).toEqual({
    what: 'The disk of the Postgres server is full: could not extend file "base/1/2": No space left on device.',
    at: 'the server of POSTGRES_URL, or of RETORT_SCRATCH_URL',
    next: 'Free some space there and run the command again.',
    kind: 'failed',
  });
});
