import { createReporter } from './reporter';

function record(json: boolean) {
  const written = { stdout: '', stderr: '' };
  const reporter = createReporter({
    json,
    colour: false,
    stdout: { write: (text: string) => (written.stdout += text) },
    stderr: { write: (text: string) => (written.stderr += text) },
  });
  reporter.line('a line');
  reporter.document({ url: 'postgres://user:secret@host/db' });
  reporter.error({ what: 'It broke.', at: 'here\nand there', next: 'mend it', kind: 'failed' });
  return written;
}

test('people read lines on stdout and errors on stderr', () => {
  expect(record(false)).toEqual({
    stdout: 'a line\n',
    stderr: 'error  It broke.\nat     here\n       and there\nnext   mend it\n',
  });
});

test('with --json, stdout holds one document, without passwords', () => {
  const { stdout, stderr } = record(true);
  expect(JSON.parse(stdout)).toEqual({ url: 'postgres://user:***@host/db' });
  expect(stderr).toContain('a line\n');
});

test('with --json-lines, stdout holds a line for each event, and the document is the last', () => {
  const written = { stdout: '', stderr: '' };
  const reporter = createReporter({
    json: 'lines',
    colour: false,
    stdout: { write: (text: string) => (written.stdout += text) },
    stderr: { write: (text: string) => (written.stderr += text) },
  });
  reporter.event(() => ({ kind: 'started', url: 'postgres://user:secret@host/db' }));
  reporter.document({ command: 'migrate' });
  reporter.line('for people');
  expect(written).toEqual({
    stdout: '{"kind":"started","url":"postgres://user:***@host/db"}\n{"command":"migrate"}\n',
    stderr: 'for people\n',
  });
});

test.each([
  [true, '\r\u001b[Kworking\r\u001b[K'],
  [false, ''],
])('on a terminal (%s) a live line is written over by the next line', (isTerminal, stderr) => {
  const written = { stdout: '', stderr: '' };
  const reporter = createReporter({
    ...{ json: false, colour: false, isTerminal },
    stdout: { write: (text: string) => (written.stdout += text) },
    stderr: { write: (text: string) => (written.stderr += text) },
  });
  reporter.live('working');
  reporter.line('done');
  expect(written).toEqual({ stdout: 'done\n', stderr });
});
