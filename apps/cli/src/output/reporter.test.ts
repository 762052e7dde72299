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
  [true, '\r\u001b[K\u001b[?7lworking\u001b[?7h\r\u001b[K'],
  [false, ''],
])('on a terminal (%s) a live line is written over by the next line', (isTerminal, stderr) => {
  const written = { stdout: '', stderr: '' };
  const reporter = createReporter({
    json: false,
    colour: false,
    isTerminal,
    stdout: { write: (text: string) => (written.stdout += text) },
    stderr: { write: (text: string) => (written.stderr += text) },
  });
  reporter.live('working');
  reporter.line('done');
  expect(written).toEqual({ stdout: 'done\n', stderr });
});

/** What a terminal of that width shows of what is written to it: as far as we write, it moves, clears, and breaks lines. */
function screen(width: number) {
  const rows = [''];
  let column = 0;
  let wraps = true;
  const put = (character: string) => {
    if (column === width && wraps) {
      rows.push('');
      column = 0;
    }
    const at = Math.min(column, width - 1);
    const row = rows.at(-1) ?? '';
    rows[rows.length - 1] = row.slice(0, at).padEnd(at) + character + row.slice(at + 1);
    column = at + 1;
  };
  return {
    rows,
    write(text: string) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: terminals are told what to do by them
      for (const [part] of text.matchAll(/\u001b\[\??\d*[a-zA-Z]|[\s\S]/g)) {
        if (part === '\r') column = 0;
        else if (part === '\n') {
          rows.push('');
          column = 0;
        } else if (part === '\u001b[K') rows[rows.length - 1] = (rows.at(-1) ?? '').slice(0, column);
        else if (part === '\u001b[?7l') wraps = false;
        else if (part === '\u001b[?7h') wraps = true;
        else put(part);
      }
    },
  };
}

test('a live line that is longer than the terminal is wide is cut, and leaves nothing behind', () => {
  const terminal = screen(30);
  const reporter = createReporter({
    json: false,
    colour: false,
    isTerminal: true,
    columns: () => 30,
    stdout: terminal,
    stderr: terminal,
  });
  reporter.line('first');
  for (const elapsed of [2000, 2100, 2200]) {
    reporter.live(`[##########] 1/2 add_users  ${elapsed} ms  ALTER TABLE users ADD COLUMN age integer`);
  }
  expect(terminal.rows).toEqual(['first', '[##########] 1/2 add_users…']);
  terminal.write('^C');
  reporter.line('applied  add_users');
  reporter.live('short');
  reporter.live('');
  reporter.error({ what: 'It broke.', at: 'here', next: 'mend it', kind: 'failed' });
  expect(terminal.rows).toEqual([
    'first',
    'applied  add_users',
    'error  It broke.',
    'at     here',
    'next   mend it',
    '',
  ]);
});
