import { join } from 'node:path';
import { loadModule } from '../../test/load-module';
import { withTemporaryFolder } from '../../test/temporary-folder';
import { readHistory } from './read-history';

const first = '1700000000001_add_users';
const second = '1700000000002_add_widgets';

function migrationFile(className: string, rest = ''): string {
  return `exports.${className} = class ${className} { async up() {} async down() {} ${rest} };`;
}

const files = {
  [`${second}.js`]: migrationFile('AddWidgets1700000000002'),
  [`${first}.js`]: migrationFile('AddUsers1700000000001'),
};

/** A registry that lists the class of each of the modules, in their order. */
function registry(...specifiers: readonly string[]): string {
  return [
    ...specifiers.map((specifier, index) => `import * as m${index} from '${specifier}';`),
    `export const migrations: unknown[] = [${specifiers.map((_, index) => `m${index}`).join(', ')}]`,
    "  .map((module) => Object.values(module as object).find((value) => typeof value === 'function'));",
  ].join('\n');
}

function read(contents: Readonly<Record<string, string>>) {
  return withTemporaryFolder(contents, (folder) => readHistory(folder, loadModule));
}

/** The error of reading a folder; `<folder>` stands for its path. */
async function readingError(contents: Readonly<Record<string, string>>): Promise<Record<string, unknown>> {
  return withTemporaryFolder(contents, async (folder) => {
    const error = await readHistory(folder, loadModule).catch((caught: Record<string, unknown>) => caught);
    if (!('at' in error)) throw error;
    const shown = (value: unknown) => String(value).replaceAll(folder, '<folder>');
    return { message: shown(error.message), at: shown(error.at), next: shown(error.next), kind: error.kind };
  });
}

describe('readHistory', () => {
  it('is empty where there is no folder, and where there is nothing in it', async () => {
    await withTemporaryFolder({}, async (folder) => {
      expect(await readHistory(folder, loadModule)).toEqual({ folder, migrations: [] });
      const none = join(folder, 'none');
      expect(await readHistory(none, loadModule)).toEqual({ folder: none, migrations: [] });
    });
  });

  it('reads the migrations in order of time, checked against the registry', async () => {
    const { migrations } = await read({ ...files, 'index.ts': registry(`./${first}`, `./${second}`) });
    expect(migrations).toMatchObject([
      {
        timestamp: 1700000000001,
        slug: 'add_users',
        stem: first,
        exportedName: 'AddUsers1700000000001',
        recordedName: 'AddUsers1700000000001',
      },
      { stem: second },
    ]);
    expect(migrations[0]?.path).toMatch(/\/1700000000001_add_users\.js$/);
    expect(typeof migrations[0]?.instance.up).toBe('function');
  });

  it("reads TypeORM's own files, without a registry", async () => {
    const { migrations } = await read({
      '1700000000001-Init.ts': `import type { MigrationInterface, QueryRunner } from 'typeorm';
        export class Init1700000000001 implements MigrationInterface {
          name = 'Init1700000000001';
          public async up(queryRunner: QueryRunner): Promise<void> { await queryRunner.query('SELECT 1'); }
          public async down(_queryRunner: QueryRunner): Promise<void> {}
        }`,
      '1700000000002-Next.js': 'module.exports = class Next1700000000002 { async up() {} async down() {} };',
      '1700000000003-Both.js':
        'class Both1700000000003 { async up() {} async down() {} }\nexports.default = Both1700000000003;\nexports.Both = Both1700000000003;',
      '1700000000004-Named.js': migrationFile('Named', "name = 'Renamed1700000000004';"),
    });
    expect(migrations.map(({ recordedName, exportedName }) => [recordedName, exportedName])).toEqual([
      ['Init1700000000001', 'Init1700000000001'],
      ['Next1700000000002', 'default'],
      ['Both1700000000003', 'Both'],
      ['Renamed1700000000004', 'Named'],
    ]);
  });

  it('refuses two migrations with one timestamp', async () => {
    expect(
      await readingError({
        [`${first}.js`]: migrationFile('AddUsers1700000000001'),
        '1700000000001_add_tags.js': migrationFile('AddTags1700000000001'),
      }),
    ).toEqual({
      message:
        'Two migrations have the timestamp 1700000000001, so their order is not known: 1700000000001_add_tags and 1700000000001_add_users.',
      at: '<folder>/1700000000001_add_users.js',
      next: "Give the later one a later timestamp, in its file's name, its class's name and index.ts.",
      kind: 'conflict',
    });
  });

  it('refuses a timestamp that TypeORM would not read', async () => {
    expect(await readingError({ '20240101_add_users.js': migrationFile('AddUsers20240101') })).toEqual({
      message:
        'The name of a migration begins with 13 digits, the milliseconds since 1970; this one does not.',
      at: '<folder>/20240101_add_users.js',
      next: 'Rename it to <13 digits>_<what it does>.ts, and let the name of its class end in the same digits; if it is no migration, move it out of this folder.',
      kind: 'conflict',
    });
  });

  it("refuses a class that does not end in its file's timestamp", async () => {
    expect(await readingError({ [`${first}.js`]: migrationFile('AddUsers1700000000009') })).toEqual({
      message:
        "The class AddUsers1700000000009 does not end in its file's timestamp, 1700000000001: TypeORM would order it wrongly.",
      at: `<folder>/${first}.js`,
      next: "Let the class's name (and its property name) end in 1700000000001.",
      kind: 'conflict',
    });
  });

  it.each([
    ['no class', 'exports.helper = () => 1;', 0],
    ['a class without down', 'exports.A1700000000001 = class { async up() {} };', 0],
    ['two classes', migrationFile('A1700000000001') + migrationFile('B1700000000001'), 2],
  ])('refuses a file with %s', async (_name, text, count) => {
    expect(await readingError({ [`${first}.js`]: text })).toEqual({
      message: `A migration's file exports one class with up and down; this one exports ${count}.`,
      at: `<folder>/${first}.js`,
      next: 'Export exactly one class that implements MigrationInterface from it.',
      kind: 'conflict',
    });
  });

  it.each([
    [
      'a file that it does not list',
      registry(`./${first}`),
      `The registry does not list ${second}.`,
      `Import AddWidgets1700000000002 from './${second}' there and list it in order of time.`,
    ],
    [
      'a file that is gone',
      registry(`./${first}`, `./${second}`, './1700000000003_add_tags'),
      'The registry imports 1700000000003_add_tags, and its file is gone.',
      "Bring the file back: git checkout -- '<folder>/1700000000003_add_tags.ts', or take its two lines out there (make db-prepare does it where no commit has it) and undo it where it ran: retort downgrade --from-journal",
    ],
    [
      'what git could not merge',
      `<<<<<<< HEAD\n${registry(`./${first}`)}=======\n${registry(`./${second}`)}>>>>>>> theirs\n`,
      'Git left the registry in conflict: two branches have each added a migration.',
      "Take either side (git checkout --theirs -- '<folder>/index.ts'), then: retort rebase",
    ],
    [
      'migrations out of order',
      registry(`./${second}`, `./${first}`),
      'The registry lists AddWidgets1700000000002 out of order.',
      'List the migrations in order of their timestamps.',
    ],
    [
      'a migration twice',
      registry(`./${first}`, `./${second}`, `./${first}`),
      'The registry lists AddUsers1700000000001 twice.',
      'Remove one of the two lines.',
    ],
    [
      'a migration that is elsewhere',
      `${registry(`./${first}`, `./${second}`)}\nmigrations.push(class Other1700000000003 { up() {} down() {} });`,
      'The registry lists Other1700000000003, and no file beside it holds that migration.',
      'Remove that line, or move the file of the migration beside the registry.',
    ],
    [
      'something else',
      `${registry(`./${first}`, `./${second}`)}\nmigrations.push(undefined);`,
      'The registry lists something that is no migration: undefined',
      'List the classes of the migrations, and nothing else.',
    ],
    [
      'no list',
      'export const list = [];',
      'The registry exports no list named migrations.',
      'Export it: export const migrations = [ … ];',
    ],
  ])('refuses a registry with %s', async (_name, text, message, next) => {
    expect(await readingError({ ...files, 'index.ts': text })).toEqual({
      message,
      next,
      at: '<folder>/index.ts',
      kind: 'conflict',
    });
  });
});
