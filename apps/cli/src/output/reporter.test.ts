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
