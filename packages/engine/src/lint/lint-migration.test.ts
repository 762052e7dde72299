import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type WrittenHistory, type WrittenSketch, writtenHistory } from '../../test/written-history';
import { lintMigrations } from './lint-migration';

let files: WrittenHistory;
beforeEach(() => {
  files = writtenHistory();
});
afterEach(() => files.dispose());

const undo = ['SELECT 1'];
async function findings(...sketches: readonly WrittenSketch[]) {
  for (const [number, sketch] of sketches.entries()) files.write(number, 'change', { down: undo, ...sketch });
  return found();
}
async function found() {
  const { migrations } = await files.read();
  return (await lintMigrations(migrations)).map(({ findings: of }) =>
    of.map(({ level, rule, says }) => `${level} ${rule}: ${says}`),
  );
}

it('looks at each statement, also of several in one string, and says a thing once', async () => {
  expect(await findings({ up: ['UPDATE a SET b = 1; UPDATE a SET c = 1', 'DROP TABLE a'] })).toEqual([
    [
      'hazard blocks-writes: Every row of a is written in one transaction, and stays locked until its end.',
      'hazard loses-data: The rows of a are gone.',
    ],
  ]);
});

it('knows which tables are new, and of which a check was validated, here or before', async () => {
  expect(
    await findings(
      { up: ['CREATE TABLE a ()', 'CREATE INDEX ON a (b)', 'ALTER TABLE a ADD c int NOT NULL'] },
      { up: ['ALTER TABLE a VALIDATE CONSTRAINT ck'], transaction: false },
      { up: ['ALTER TABLE a ALTER c SET NOT NULL'] },
      { up: ['CREATE MATERIALIZED VIEW "m" AS SELECT 1 AS n', 'CREATE INDEX ON "public"."m" (n)'] },
    ),
  ).toEqual([[], [], [], []]);
});

it('lets run without a transaction what says so', async () => {
  const up = ['CREATE INDEX CONCURRENTLY i ON a (b)'];
  const [within, without] = await findings({ up }, { up, transaction: false });
  expect([within?.length, without?.length]).toEqual([1, 0]);
  const code = `for (const sql of ${JSON.stringify(up)}) await queryRunner.query(sql);`;
  expect(await findings({ up: code, transaction: false })).toMatchObject([[], []]);
});

it('names the tables of a migration that changes several', async () => {
  expect(
    await findings(
      { up: ['ALTER TABLE a ADD x int', 'ALTER TABLE public.b ADD x int', 'CREATE TABLE c ()'] },
      { up: ['CREATE TABLE d ()', 'CREATE TABLE e ()', 'ALTER TABLE d ADD x int'] },
      { up: ['ALTER TABLE "d" RENAME TO "f"', 'ALTER TABLE "f" ADD x int'] },
      {
        up: [
          'DELETE FROM "typeorm_metadata"',
          'ALTER TABLE "f" ADD y int',
          'CREATE MATERIALIZED VIEW m AS SELECT y FROM f',
        ],
      },
    ),
  ).toEqual([
    [
      'hazard several-changes: It changes a, b, new tables: one logical change per migration is read, deployed and undone by itself.',
    ],
    [],
    [expect.stringMatching(/^hazard breaks-deployed-code/)],
    [],
  ]);
});

it('wants a way back, or a reason why there is none', async () => {
  expect(
    await findings(
      { down: [] },
      { down: '// the names do no harm' },
      { down: `throw new Error('not written yet');` },
      { down: `const [row] = await queryRunner.query('SELECT 1'); await queryRunner.query(row.sql);` },
    ),
  ).toEqual([
    ['wrong no-way-back: Its down undoes nothing, and does not say why.'],
    [],
    ['wrong no-way-back: Its down cannot undo anything: it throws: not written yet'],
    [
      expect.stringMatching(
        /^hazard not-read: What its down does was not looked at: it uses what a statement returned/,
      ),
    ],
  ]);
});

it('wants no imports of what may change, and leaves alone what its file allows and why', async () => {
  files.write(0, 'change', { up: ['DELETE FROM a WHERE is_test'], down: undo });
  writeFileSync(join(files.folder, 'names.ts'), `export const table = 'a';`);
  const path = join(files.folder, '1700000000000_change.ts');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, `import type { User } from './user';\nimport { join } from 'node:path';\n${text}`);
  expect(await found()).toEqual([['wrong hard-delete: DELETE FROM deletes rows for good: archive them.']]);
  writeFileSync(
    path,
    `import * as path from 'node:path';\nimport { table } from './names';\n${text}\ntable; path;`,
  );
  expect(await found()).toEqual([
    [
      'wrong hard-delete: DELETE FROM deletes rows for good: archive them.',
      'wrong imports: It imports ./names, which may say something else in a year: write SQL.',
    ],
  ]);
  writeFileSync(path, `// retort-lint-allow hard-delete:\n${text}`);
  expect(await found()).toHaveLength(1);
  expect((await found())[0]).toHaveLength(1);
  writeFileSync(path, `// retort-lint-allow hard-delete: rows that tests made\n${text}`);
  expect(await found()).toEqual([[]]);
});
