import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import fc from 'fast-check';
import { loadModule } from '../../test/load-module';
import { withTemporaryFolder } from '../../test/temporary-folder';
import { recordDirection } from '../journal/record-direction';
import { renderMigration } from '../write/render-migration';
import { instantiate, loadMigration } from './load-migration';
import { migrationClassName } from './migration-name';
import { migrationSource } from './migration-source';
import { parsePlainMigration } from './parse-plain-migration';
import { readLiterals } from './read-literals';

const name = { timestamp: 1700000000000, slug: 'add_users', stem: '1700000000000_add_users' };

const written = renderMigration({
  name,
  up: [
    { sql: 'CREATE TABLE "users" (\n  id integer\n)', comments: ["the users' table"] },
    { sql: "INSERT INTO users VALUES ('`', '\\', '$\u007bx}')" },
  ],
  down: [{ sql: 'DROP TABLE users' }],
  transaction: false,
});

const byTypeorm = `import { MigrationInterface, QueryRunner } from "typeorm";

export class AddUsers1700000000000 implements MigrationInterface {
    name = 'AddUsers1700000000000'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query(\`CREATE TABLE "users" ("id" SERIAL NOT NULL)\`);
    }

    public async down(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query("DROP TABLE \\"users\\"")
    }

}
`;

const byTsc = `"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.AddUsers1700000000000 = void 0;
class AddUsers1700000000000 {
    constructor() {
        this.name = 'AddUsers1700000000000';
        this.transaction = false;
    }
    async up(queryRunner) {
        // a comment
        await queryRunner.query('CREATE TABLE users ()');
    }
    async down(_queryRunner) {
    }
}
exports.AddUsers1700000000000 = AddUsers1700000000000;
//# sourceMappingURL=1700000000000_add_users.js.map`;

function build(source: string, useDefineForClassFields: boolean, keepClassNames = false): string {
  return transformSync(source, {
    swcrc: false,
    jsc: {
      parser: { syntax: 'typescript' },
      target: 'es2022',
      keepClassNames,
      transform: { useDefineForClassFields },
    },
    module: { type: 'commonjs' },
  }).code;
}

/** What its text and what its module say of a migration. */
async function readBothWays(source: string, extension: 'ts' | 'js') {
  return withTemporaryFolder({}, async (folder) => {
    const file = { ...name, path: join(folder, `${name.stem}.${extension}`) };
    writeFileSync(file.path, source);
    const read = await loadMigration(file, source, () => Promise.reject(new Error('it is loaded')));
    const loaded = instantiate(file, await loadModule(file.path));
    return Promise.all(
      [read, loaded].map(async (migration) => ({
        exportedName: migration.exportedName,
        recordedName: migration.recordedName,
        transaction: migration.instance.transaction,
        source: migrationSource(migration),
        up: await recordDirection(migration, 'up'),
        down: await recordDirection(migration, 'down'),
      })),
    );
  });
}

describe('a migration that is nothing but statements', () => {
  test.each([
    ['as this tool writes it', written, 'ts'],
    ['as this tool writes it, with the line ends of Windows', written.replaceAll('\n', '\r\n'), 'ts'],
    ['as TypeORM writes it', byTypeorm, 'ts'],
    ['as tsc builds it', byTsc, 'js'],
    ['as swc builds it', build(written, false), 'js'],
    ['as swc builds it with fields', build(written, true), 'js'],
    ['as swc builds it with the names of classes kept', build(written, false, true), 'js'],
    ['without properties', byTypeorm.replace(/ +name = .*/, ''), 'ts'],
    ['without white space', byTsc.replace(/\/\/.*/g, '').replace(/\n\s*/g, '\n'), 'js'],
  ] as const)('says without being loaded what its module says, %s', async (_how, source, extension) => {
    const [read, loaded] = await readBothWays(source, extension);
    expect(read).toEqual(loaded);
    expect(read?.up).toMatchObject({ kind: 'known' });
  });

  test('whatever its statements are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.string({ unit: fc.constantFrom(...'a \n\r\t\\\'"`$\u007b}/*-;\u2028é'), maxLength: 12 }),
          {
            minLength: 1,
            maxLength: 3,
          },
        ),
        async (statements) => {
          const source = renderMigration({ name, up: statements.map((sql) => ({ sql })), down: [] });
          const [read, loaded] = await readBothWays(source, 'ts');
          expect(read).toEqual(loaded);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('in every script', () => {
    const timestamp = 1700000000000;
    const named = { timestamp, slug: 'añadir_用户', stem: `${timestamp}_añadir_用户` };
    expect(parsePlainMigration(renderMigration({ name: named, up: [], down: [] }))).toEqual({
      className: migrationClassName(named),
      properties: { name: migrationClassName(named) },
      up: [],
      down: [],
    });
  });
});

/** The way up says `code`, as it is. */
const body = (code: string) => byTypeorm.replace(/await queryRunner\.query\(`.*/, () => code);

describe('a migration of ten megabytes', () => {
  const long = `${"''".repeat(1000)}${'x'.repeat(10 * 1024 * 1024)}`;

  it.each(['`', "'", '"'])('between %s is read', (quote) => {
    const literal = quote === "'" ? long.replaceAll("'", "\\'") : long;
    const source = body(`await queryRunner.query(${quote}${literal}${quote});`);
    expect(parsePlainMigration(source)?.up[0] === long).toBe(true);
    expect(readLiterals(source).includes(long)).toBe(true);
  });

  it('in many statements is read', () => {
    const source = body('await queryRunner.query(`INSERT INTO users VALUES (1)`);\n'.repeat(100_000));
    expect(parsePlainMigration(source)?.up).toHaveLength(100_000);
  });
});

describe('a migration that is more than statements', () => {
  test.each([
    ['parameters', body("await queryRunner.query('SELECT $1', [1]);")],
    ['a hole in a template', body('await queryRunner.query(`SELECT $' + '{1 + 1}`);')],
    ['what a statement returns', body("const rows = await queryRunner.query('SELECT 1');")],
    ['code between its statements', body("if (process.env.X) await queryRunner.query('SELECT 1');")],
    ['a sum of texts', body("await queryRunner.query('SELECT ' + '1');")],
    ['what is done with the promise', body("await queryRunner.query('SELECT 1')\n.catch(() => {});")],
    ['an escape by number', body("await queryRunner.query('SELECT \\u0041');")],
    ['another call', body('await queryRunner.clearDatabase();')],
    ['another receiver', body("await other.query('SELECT 1');")],
    [
      'two statements on a line without a semicolon',
      body("await queryRunner.query('a') await queryRunner.query('b')"),
    ],
    ['code before the class', byTypeorm.replace('export', "console.log('x');\nexport")],
    ['code behind the class', `${byTypeorm}\nconsole.log('x');`],
    ['another import', byTypeorm.replace('QueryRunner }', 'QueryRunner, Table }')],
    ['a superclass', byTypeorm.replace('implements', 'extends Base implements')],
    ['another method', byTypeorm.replace('    public async down', '    helper() {}\n    public async down')],
    ['another property', byTypeorm.replace("name = 'A", "other = 1;\n    name = 'A")],
    ['a method twice', byTypeorm.replace('async down', 'async up')],
    ['no down', byTypeorm.replace(/ {4}public async down[\s\S]*?\n {4}\}\n/, '')],
    ['no export', byTypeorm.replace('export ', '')],
    [
      'a variable of another name',
      build(written, false, true)
        .replace('let AddUsers', 'let Other')
        .replace('return AddUsers', 'return Other'),
    ],
    ['an export by another name', byTsc.replaceAll('exports.AddUsers1700000000000', 'exports.Other')],
    ['a body that never ends', byTypeorm.slice(0, byTypeorm.indexOf('await'))],
    [
      'a conflict that git left',
      byTypeorm.replace('    public async down', '<<<<<<< HEAD\n    public async down'),
    ],
  ])('is left to its module: %s', (_what, source) => {
    expect(source).not.toBe(byTypeorm);
    expect(parsePlainMigration(source)).toBeUndefined();
  });
});
