import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDeclaredSql } from './read-declared-sql';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'retort-declared-'));
});
afterEach(() => rmSync(root, { recursive: true }));

test('a file says the same in a checkout for Windows, and as its editors write it', () => {
  const text = 'CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$\nBEGIN\n  RETURN 1;\nEND $$;\n';
  writeFileSync(join(root, 'a.sql'), text);
  writeFileSync(join(root, 'b.sql'), `\uFEFF${text.replaceAll('\n', '\r\n')}`);
  expect(readDeclaredSql({ root, configPath: join(root, 'retort.config.ts'), config: { sql: '.' } })).toEqual(
    [
      { path: join(root, 'a.sql'), text },
      { path: join(root, 'b.sql'), text },
    ],
  );
});
