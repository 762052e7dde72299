import { transformSync } from '@swc/core';
import { loadModule } from '../../test/load-module';
import { withTemporaryFolder } from '../../test/temporary-folder';
import { migrationSource } from './migration-source';
import { readHistory } from './read-history';
import { readLiterals } from './read-literals';

const source = `import type { MigrationInterface, QueryRunner } from 'typeorm';
import { join } from 'node:path';

const limit: 'one' | 'two' = 'one';
const fill = \`UPDATE users SET name = 'it''s' WHERE a / 2 > 1 / 4\`;

/** What it's for: "quotes" in a comment. */
export class AddUsers1700000000000 implements MigrationInterface {
  readonly name = 'AddUsers1700000000000';
  readonly transaction = false;

  async up(queryRunner: QueryRunner): Promise<void> {
    // don't count this
    const tables = ['users', "gr\\u00e4ume"] as const;
    for (const table of tables) {
      await queryRunner.query(\`CREATE TABLE "\${table.replace(/["'\`]/g, \`\${'a'}b\`)}" (
        id integer DEFAULT 1_000
      )\`);
    }
    await queryRunner.query(fill, [limit, 12, undefined, join('a', 'b')]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE users');
  }
}
`;

/** As TypeScript, as this test's compiler loads it; and as what another one builds of it. */
async function sourceOf(text: string, extension: 'ts' | 'js' = 'ts') {
  return withTemporaryFolder({ [`1700000000000_add_users.${extension}`]: text }, async (folder) => {
    const [migration] = (await readHistory(folder, loadModule)).migrations;
    if (migration === undefined) throw new Error('no migration');
    return migrationSource(migration);
  });
}

function build(target: 'es2016' | 'es2022', minify: boolean): string {
  return transformSync(source, {
    swcrc: false,
    minify,
    jsc: { parser: { syntax: 'typescript' }, target, minify: { compress: false, mangle: false } },
    module: { type: 'commonjs' },
  }).code;
}

test('it holds what decides, and no comment, type, or name', async () => {
  expect((await sourceOf(source)).text).toBe(`name = "AddUsers1700000000000"
transaction = false
up:
users
gräume
CREATE TABLE "
a
b
" (
id integer DEFAULT 1_000
)
12
a
b
down:
DROP TABLE users
elsewhere in the file:
UPDATE users SET name = 'it''s' WHERE a / 2 > 1 / 4`);
});

test.each(['es2022', 'es2016'] as const)('it is the same from JavaScript built for %s', async (target) => {
  const expected = await sourceOf(source);
  expect(await sourceOf(build(target, false), 'js')).toEqual(expected);
  expect(await sourceOf(build(target, true), 'js')).toEqual(expected);
});

test.each([
  ['a comment', (text: string) => text.replace("don't count", "I do not count, he's")],
  ['the indentation', (text: string) => text.replace(/^ +/gm, '')],
  ['the quotes', (text: string) => text.replace("'DROP TABLE users'", '"DROP TABLE users"')],
  ['semicolons', (text: string) => text.replaceAll(';\n', '\n')],
])('it does not change with %s', async (_name, edit) => {
  expect(edit(source)).not.toBe(source);
  expect(await sourceOf(edit(source))).toEqual(await sourceOf(source));
});

test.each([
  ['the SQL of up', "'users', ", "'people', "],
  ['the SQL of down', 'DROP TABLE', 'DROP TABLE IF EXISTS'],
  ['a parameter', '12', '13'],
  ['SQL outside of the class', 'a / 2', 'a / 3'],
  ['transaction', 'transaction = false', 'transaction = true'],
])('it changes with %s', async (_name, from, to) => {
  expect(source).toContain(from);
  expect((await sourceOf(source.replace(from, to))).checksum).not.toBe((await sourceOf(source)).checksum);
});

test('a slash divides or begins a regular expression', () => {
  expect(readLiterals("a / 'b' / c; return /'/.test(x) ? 'd' : y[0] / 'e'")).toEqual(['b', 'd', '0', 'e']);
});
