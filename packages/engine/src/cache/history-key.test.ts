import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withTemporaryFolder } from '../../test/temporary-folder';
import { historyKey } from './history-key';

const migration = "import type { MigrationInterface, QueryRunner } from 'typeorm';\nexport class A1 {}\n";

function keyOf(files: Readonly<Record<string, string>>): Promise<string | undefined> {
  return withTemporaryFolder(files, (folder) =>
    Promise.resolve(historyKey(['context'], [join(folder, '1_a.ts')])),
  );
}

describe('historyKey', () => {
  it('is the same for the same sources, and another for any other', async () => {
    const key = await keyOf({ '1_a.ts': migration });
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(await keyOf({ '1_a.ts': migration })).toBe(key);
    expect(await keyOf({ '1_a.ts': `${migration}// edited` })).not.toBe(key);
    await withTemporaryFolder({ '1_a.ts': migration }, async (folder) => {
      expect(historyKey(['another'], [join(folder, '1_a.ts')])).not.toBe(key);
    });
  });

  it('follows what a migration imports of the project', async () => {
    const files = {
      '1_a.ts': "import { sql } from './parts/sql.js';\n",
      'parts/sql.ts': "export const sql = 'SELECT 1';",
    };
    const key = await keyOf(files);
    expect(key).toBeDefined();
    expect(await keyOf({ ...files, 'parts/sql.ts': "export const sql = 'SELECT 2';" })).not.toBe(key);
  });

  it.each([
    'await queryRunner.query(`CREATE TABLE "process" (random float DEFAULT random())`);',
    "// The Date of the process, don't ask.",
    'const sql = "SELECT \\"Date\\"" + \'global\';',
  ])('does not mind words of SQL: %s', async (source) => {
    expect(await keyOf({ '1_a.ts': `${migration}${source}\n` })).toBeDefined();
  });

  it('follows a file that is edited while its name stays', async () => {
    await withTemporaryFolder({ '1_a.ts': migration }, async (folder) => {
      const path = join(folder, '1_a.ts');
      const key = historyKey([], [path]);
      writeFileSync(path, migration.replace('A1', 'A2'));
      expect(historyKey([], [path])).not.toBe(key);
    });
  });

  it.each([
    ['another package', "import { tables } from '@acme/core';"],
    ['a module that is not there', "import { sql } from './gone';"],
    ['a package that is required', "const { sql } = require('acme');"],
    ['a file', "import { readFileSync } from 'node:fs';"],
    ['the environment', 'const name = process.env.NAME;'],
    ['the clock', 'const now = Date.now();'],
    ['the environment, in SQL', `await queryRunner.query(\`CREATE TABLE $\{process.env.NAME} ()\`);`],
    ['an import at run time', "await import('./other.js');"],
    ['a module that is named at run time', 'require(name);'],
  ])('does not vouch for what follows from %s', async (_what, source) => {
    expect(await keyOf({ '1_a.ts': `${migration}${source}\n` })).toBeUndefined();
  });

  it('vouches no more the second time that it is asked', async () => {
    await withTemporaryFolder({ '1_a.ts': 'const now = Date.now();' }, async (folder) => {
      const texts = new Map<string, string>();
      for (const _time of [1, 2]) expect(historyKey([], [join(folder, '1_a.ts')], texts)).toBeUndefined();
    });
  });

  it('does not vouch for a migration without a file', () => {
    expect(historyKey([], ['/nowhere/1_a.ts'])).toBeUndefined();
  });
});
