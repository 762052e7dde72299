import fc from 'fast-check';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loadModule } from '../../test/load-module';
import { withTemporaryFolder } from '../../test/temporary-folder';
import { loadMigration } from '../history/load-migration';
import { renderManualMigration, renderMigration } from './render-migration';

const name = { timestamp: 1700000000001, slug: 'add_users', stem: '1700000000001_add_users' };

async function load(source: string): Promise<MigrationInterface> {
  return withTemporaryFolder({ [`${name.stem}.ts`]: source }, async (folder) => {
    const { instance } = await loadMigration(
      { ...name, path: `${folder}/${name.stem}.ts` },
      source,
      loadModule,
    );
    return instance;
  });
}

/** The SQL that a migration hands to TypeORM. */
async function sqlOf(migration: MigrationInterface, direction: 'up' | 'down'): Promise<readonly string[]> {
  const queries: string[] = [];
  await migration[direction]({ query: async (sql: string) => queries.push(sql) } as unknown as QueryRunner);
  return queries;
}

/** The texts of the test have no spaces: those that are there indent. */
function withoutIndent(sql: string): string {
  return sql.replace(/^ +/gm, '');
}

describe('renderMigration', () => {
  it('is a plain migration of TypeORM, one statement a call', () => {
    const source = renderMigration({
      name,
      up: [
        { sql: 'CREATE TABLE "users" (\n  "id" text\n)', comments: ['first', 'second'] },
        { sql: `INSERT INTO users VALUES ('\`\${x}\\')` },
      ],
      down: [{ sql: 'DROP TABLE "users"' }],
    });
    expect(source).toBe(`import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddUsers1700000000001 implements MigrationInterface {
  readonly name = 'AddUsers1700000000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    // first
    // second
    await queryRunner.query(\`
      CREATE TABLE "users" (
        "id" text
      )
    \`);

    await queryRunner.query(\`INSERT INTO users VALUES ('\\\`\\\${x}\\\\')\`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(\`DROP TABLE "users"\`);
  }
}
`);
  });

  it.each([
    `SELECT \`a\`, \${b}, $\${c}, \\d, \\\\, \\\`, \\\${d}, $1, $$body$$`,
    "SELECT E'\\n\\t\\u0041', '\\', U&'\\0041'",
    'SELECT 1 -- trailing backslash \\',
    "SELECT '\u2028\u2029\u0000'",
    'SELECT $tag$\r\nline\rline\n$tag$',
    "SELECT '日本語 🚀'",
  ])('writes %j so that just that is run', async (sql) => {
    const migration = await load(renderMigration({ name, up: [{ sql }], down: [{ sql }, { sql }] }));
    const expected = sql.includes('\n') ? `\n${sql}\n` : sql;
    expect(await sqlOf(migration, 'up')).toEqual([expected]);
    expect(await sqlOf(migration, 'down')).toEqual([expected, expected]);
  });

  it.each([
    "SELECT 'one\n  two'",
    'SELECT "one\ntwo"',
    `SELECT "'", 'one\ntwo'`,
    'CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$\n  SELECT 1\n$$',
    'SELECT 1 -- one\n, 2',
  ])('indents nothing where white space may mean something: %j', async (sql) => {
    const migration = await load(renderMigration({ name, up: [{ sql }], down: [] }));
    expect(await sqlOf(migration, 'up')).toEqual([`\n${sql}\n`]);
  });

  it('writes any text so that just that is run', async () => {
    const texts = fc.array(
      fc
        .array(fc.constantFrom('`', '$', '{', '}', '\\', '\n', '\r', "'", '"', 'a', 'u', '0', '\u2028'))
        .map((parts) => parts.join('')),
      { minLength: 100, maxLength: 100 },
    );
    await fc.assert(
      fc.asyncProperty(texts, async (up) => {
        const migration = await load(renderMigration({ name, up: up.map((sql) => ({ sql })), down: [] }));
        const written = await sqlOf(migration, 'up');
        expect(written.map(withoutIndent)).toEqual(
          up.map((sql) => (sql.includes('\n') ? `\n${sql}\n` : sql)),
        );
      }),
      { numRuns: 10 },
    );
  });

  it('lets no comment end early', async () => {
    const comments = ['a\nthrow new Error("ran")\r\nb', 'c\u2028throw new Error("ran")', `*/ \`\${d}\``];
    const source = renderMigration({ name, up: [{ sql: 'SELECT 1', comments }], down: [] });
    expect(await sqlOf(await load(source), 'up')).toEqual(['SELECT 1']);
  });

  it('says that it runs without a transaction', async () => {
    const source = renderMigration({ name, up: [{ sql: 'VACUUM' }], down: [], transaction: false });
    expect((await load(source)).transaction).toBe(false);
    expect((await load(renderMigration({ name, up: [], down: [] }))).transaction).toBeUndefined();
  });

  it('names no parameter that is not used, which strict projects refuse', () => {
    expect(renderMigration({ name, up: [{ sql: 'SELECT 1' }], down: [] })).toContain(
      'async down(_queryRunner: QueryRunner): Promise<void> {\n',
    );
  });
});

describe('renderManualMigration', () => {
  it('throws in both directions until it is written', async () => {
    const migration = await load(renderManualMigration(name));
    expect(migration.name).toBe('AddUsers1700000000001');
    await expect(sqlOf(migration, 'up')).rejects.toThrow('The up of this migration is not written yet.');
    await expect(sqlOf(migration, 'down')).rejects.toThrow('The down of this migration is not written yet.');
  });
});
