import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withTemporaryFolder } from '../../test/temporary-folder';
import { parsePlainMigration } from '../history/parse-plain-migration';
import { areStill, historyKey, writtenMigration } from './history-key';

const path = '/nowhere/1_a.ts';
const head = "import type { MigrationInterface, QueryRunner } from 'typeorm';\n";

function plainMigration(...statements: readonly string[]): string {
  const lines = statements.map((sql) => `    await queryRunner.query(${JSON.stringify(sql)});`);
  return `${head}
export class A1700000000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
${lines.join('\n')}
  }

  async down(queryRunner: QueryRunner): Promise<void> {}
}
`;
}

function plainKey(...statements: readonly string[]): string | undefined {
  const plain = parsePlainMigration(plainMigration(...statements));
  if (plain === undefined) throw new Error('the migration is not plain');
  return historyKey(['context'], [{ path, plain }]);
}

const sourceKey = (source: string) => historyKey(['context'], [{ path, source: `${head}${source}\n` }]);

describe('historyKey', () => {
  it('is of the statements that are run, and of nothing else of a file', () => {
    const key = plainKey('CREATE TABLE a ()', 'CREATE TABLE b ()');
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(plainKey('CREATE TABLE a ()', 'CREATE TABLE b ()')).toBe(key);
    expect(plainKey('CREATE TABLE a ()', 'CREATE TABLE c ()')).not.toBe(key);
    expect(plainKey('CREATE TABLE b ()', 'CREATE TABLE a ()')).not.toBe(key);
    const plain = parsePlainMigration(plainMigration('CREATE TABLE a ()'));
    if (plain === undefined) throw new Error('the migration is not plain');
    expect(historyKey(['another'], [{ path, plain }])).not.toBe(historyKey(['context'], [{ path, plain }]));
  });

  it('is of the source where there is more than statements', () => {
    const key = sourceKey("for (const name of ['a', 'b']) await queryRunner.query('CREATE TABLE ' + name);");
    expect(key).toBeDefined();
    expect(sourceKey("for (const name of ['a']) await queryRunner.query('CREATE TABLE ' + name);")).not.toBe(
      key,
    );
  });

  it.each([
    'CREATE TABLE "process" (random float DEFAULT random(), at timestamptz DEFAULT now())',
    "DO $$ BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'app') THEN GRANT SELECT ON a TO app; END IF; END $$",
  ])('minds no words of SQL: %s', (sql) => {
    expect(plainKey(sql)).toBeDefined();
  });

  it.each([
    "DO $$ BEGIN EXECUTE format('CREATE TABLE %I ()', to_char(clock_timestamp(), 'YYYY')); END $$",
    'CALL partitions_until(now())',
  ])('does not vouch for what SQL makes by the clock: %s', (sql) => {
    expect(plainKey(sql)).toBeUndefined();
  });

  it.each([
    ['another package', "import { tables } from '@acme/core';"],
    ['another file', "import { sql } from './sql';"],
    ['what is required', "const { sql } = require('acme');"],
    ['what is required under another name', 'const load = require;'],
    ['the environment', 'const name = process.env.NAME;'],
    ['the environment, between templates', 'f(`a`); const name = process.env.NAME; f(`b`);'],
    ['the clock', 'const now = Date.now();'],
    ['chance', 'const id = crypto.randomUUID();'],
    ['the network', "await fetch('http://localhost');"],
    ['an import at run time', "await import('./other.js');"],
  ])('does not vouch for what follows from %s', (_what, source) => {
    expect(sourceKey(source)).toBeUndefined();
  });

  it('does not vouch for a migration of which nothing is known', () => {
    expect(historyKey([], [{ path }])).toBeUndefined();
  });

  it('tells a module that was edited between its reading and its running', async () => {
    await withTemporaryFolder({ '1_a.ts': 'export {};' }, async (folder) => {
      const file = join(folder, '1_a.ts');
      expect(areStill([{ path: file, source: 'export {};' }])).toBe(true);
      writeFileSync(file, 'export const edited = true;');
      expect(areStill([{ path: file, source: 'export {};' }])).toBe(false);
    });
  });

  it('reads the statements of a file that was written', async () => {
    await withTemporaryFolder({ '1_a.ts': plainMigration('CREATE TABLE a ()') }, async (folder) => {
      const written = writtenMigration(join(folder, '1_a.ts'));
      expect(historyKey(['context'], [written])).toBe(plainKey('CREATE TABLE a ()'));
    });
  });
});
