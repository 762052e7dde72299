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
