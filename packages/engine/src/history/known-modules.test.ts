import { hash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { QueryRunner } from 'typeorm';
import { loadModule } from '../../test/load-module';
import { withTemporaryFolder } from '../../test/temporary-folder';
import { checksumOf, readSource } from './migration-source';
import { readHistory } from './read-history';

const stem = '1700000000000_fill_users';
const file = `${stem}.ts`;
const source = `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FillUsers1700000000000 implements MigrationInterface {
  readonly name = 'FillUsers1700000000000';
  readonly transaction = false;

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const id of [1, 2]) await queryRunner.query('INSERT INTO users VALUES ($1)', [id]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DELETE FROM users WHERE id = ANY ($1)', [[1, 2]]);
  }
}
`;
const registry = `import { FillUsers1700000000000 } from './${stem}';

export const migrations = [
  FillUsers1700000000000,
];
`;

/** Reads the history of a folder, with what was kept by those who read it before, and tells what it loaded. */
async function read(folder: string) {
  const loaded: string[] = [];
  const load = (path: string) => {
    loaded.push(path.slice(folder.length + 1));
    return loadModule(path);
  };
  const history = await readHistory(folder, load, { knownModules: join(folder, 'kept', 'known.txt') });
  const [migration] = history.migrations;
  if (migration === undefined) throw new Error('no migration');
  return { migration, loaded };
}

function withFiles(files: Readonly<Record<string, string>>, use: (folder: string) => Promise<void>) {
  return withTemporaryFolder({ 'index.ts': registry, [file]: source, ...files }, use);
}

test('what is known of a module is known without it, until it runs', () =>
  withFiles({}, async (folder) => {
    const first = await read(folder);
    expect(first.loaded).toEqual([file]);
    const { migration, loaded } = await read(folder);
    expect(loaded).toEqual([]);
    expect(migration).toMatchObject({
      exportedName: 'FillUsers1700000000000',
      recordedName: 'FillUsers1700000000000',
      stem,
      instance: { name: 'FillUsers1700000000000', transaction: false },
    });
    expect(checksumOf(migration)).toBe(checksumOf(first.migration));
    expect(loaded).toEqual([]);
    const ran: unknown[] = [];
    const query = (...given: unknown[]) => Promise.resolve(ran.push(given));
    await migration.instance.up({ query } as unknown as QueryRunner);
    await migration.instance.down({ query } as unknown as QueryRunner);
    expect(ran).toEqual([
      ['INSERT INTO users VALUES ($1)', [1]],
      ['INSERT INTO users VALUES ($1)', [2]],
      ['DELETE FROM users WHERE id = ANY ($1)', [[1, 2]]],
    ]);
    expect(await readSource(migration)).toEqual(await readSource(first.migration));
    expect(loaded).toEqual([file]);
  }));

test('a file that changed is another one', () =>
  withFiles({}, async (folder) => {
    const before = checksumOf((await read(folder)).migration);
    const path = join(folder, file);
    const { mtimeMs } = statSync(path);
    writeFileSync(path, source.replace('[1, 2]) await', '[1, 3]) await'));
    // Jest takes a file that it compiled in the same tick of the clock for the one of before.
    utimesSync(path, new Date(), new Date(mtimeMs + 1000));
    const { migration, loaded } = await read(folder);
    expect(loaded).toEqual([file]);
    expect(checksumOf(migration)).not.toBe(before);
  }));

test.each([
  ['gone', (path: string) => rmSync(path)],
  ['cut off', (path: string) => writeFileSync(path, readFileSync(path, 'utf8').slice(0, -3))],
  [
    'edited',
    (path: string) =>
      writeFileSync(path, readFileSync(path, 'utf8').replace('"transaction":false', '"transaction":true')),
  ],
  [
    'of another version',
    (path: string) =>
      writeFileSync(path, readFileSync(path, 'utf8').replace(/"title":"[^"]*"/, '"title":"0 0"')),
  ],
])('what is kept and is %s is found out again', (_what, damage) =>
  withFiles({}, async (folder) => {
    await read(folder);
    damage(join(folder, 'kept', 'known.txt'));
    const { migration, loaded } = await read(folder);
    expect(loaded).toEqual([file]);
    expect(migration.instance.transaction).toBe(false);
    expect((await read(folder)).loaded).toEqual([]);
  }),
);

const imports = source.replace("'typeorm';", "'typeorm';\nimport { stamp, Base } from './other';");

test.each([
  ['its name', imports.replace("'FillUsers1700000000000';", "'FillUsers' + stamp;")],
  ['whether it has a transaction', imports.replace('transaction = false', 'transaction = stamp === 1')],
  ['another property', imports.replace('  async up', '  readonly rows = stamp;\n  async up')],
  ['what its class extends', imports.replace('implements MigrationInterface', 'extends Base')],
  ['which class it exports', `${imports}\nclass Other {}\nif (stamp === 1) module.exports.Second = Other;`],
])('where an import may say %s, the module is loaded each time', (_what, text) =>
  withFiles(
    { [file]: text, 'other.ts': "export const stamp = '1700000000000' as any;\nexport class Base {}\n" },
    async (folder) => {
      expect(text).not.toBe(imports);
      expect((await read(folder)).loaded).toEqual([file]);
      expect((await read(folder)).loaded).toEqual([file]);
    },
  ),
);

const plainStem = '1700000000001_add_age';
const plain = source
  .replaceAll('FillUsers1700000000000', 'AddAge1700000000001')
  .replace('  readonly transaction = false;\n', '')
  .replace(/for \(const id.*/, "await queryRunner.query('ALTER TABLE users ADD COLUMN age int');")
  .replace("('DELETE FROM users WHERE id = ANY ($1)', [[1, 2]])", "('ALTER TABLE users DROP COLUMN age')");
const bothInRegistry = `import { FillUsers1700000000000 } from './${stem}';
import { AddAge1700000000001 } from './${plainStem}';

export const migrations = [
  FillUsers1700000000000,
  AddAge1700000000001,
];
`;

/** A history of a module and of one that is nothing but statements, after it was read once. */
function withKnownHistory(use: (folder: string) => Promise<void>) {
  return withFiles({ 'index.ts': bothInRegistry, [`${plainStem}.ts`]: plain }, async (folder) => {
    await readAll(folder);
    await use(folder);
  });
}

function readAll(folder: string) {
  return readHistory(folder, loadModule, { knownModules: join(folder, 'kept', 'known.txt') });
}

/** All that is asked of a history. */
async function said(folder: string, knownModules?: string) {
  const { migrations } = await readHistory(
    folder,
    loadModule,
    knownModules === undefined ? {} : { knownModules },
  );
  return migrations.map((migration) => {
    const { timestamp, path, exportedName, recordedName, plain: statements } = migration;
    const { name, transaction } = migration.instance;
    return {
      timestamp,
      path,
      exportedName,
      recordedName,
      name,
      transaction,
      statements,
      checksum: checksumOf(migration),
    };
  });
}

test('a history that is known says what it says when it is read', () =>
  withKnownHistory(async (folder) => {
    const known = await said(folder, join(folder, 'kept', 'known.txt'));
    expect(known).toEqual(await said(folder));
    expect(known[1]?.statements?.up).toEqual(['ALTER TABLE users ADD COLUMN age int']);
  }));

test('a history that is known is not read off its texts', () =>
  withKnownHistory(async (folder) => {
    const path = join(folder, 'kept', 'known.txt');
    const kept = readFileSync(path, 'utf8')
      .replace(/^.*\n/, '')
      .replace(/"checksum":"[^"]*"/g, '"checksum":"of old"');
    writeFileSync(path, `${hash('sha256', kept)}\n${kept}`);
    expect((await said(folder, path)).map(({ checksum }) => checksum)).toEqual(['of old', 'of old']);
  }));

test('an edit that keeps the size and the time of a file is noticed', () =>
  withKnownHistory(async (folder) => {
    const path = join(folder, `${plainStem}.ts`);
    const { atime, mtime, size } = statSync(path);
    writeFileSync(path, plain.replace('ADD COLUMN age', 'ADD COLUMN egg'));
    utimesSync(path, atime, mtime);
    expect(statSync(path).size).toBe(size);
    const { migrations } = await readAll(folder);
    expect(migrations[1]?.plain?.up).toEqual(['ALTER TABLE users ADD COLUMN egg int']);
  }));

test.each([
  [
    'a registry that forgets one',
    (folder: string) => writeFileSync(join(folder, 'index.ts'), registry),
    `The registry does not list ${plainStem}.`,
  ],
  [
    'a file that is gone',
    (folder: string) => rmSync(join(folder, `${plainStem}.ts`)),
    `The registry imports ${plainStem}, and its file is gone.`,
  ],
  [
    'another name of a file',
    (folder: string) => renameSync(join(folder, `${plainStem}.ts`), join(folder, '1700000000002_add_age.ts')),
    `The registry imports ${plainStem}, and its file is gone.`,
  ],
  [
    'a file with the same timestamp',
    (folder: string) => writeFileSync(join(folder, '1700000000001_other.ts'), plain),
    `Two migrations have the timestamp 1700000000001, so their order is not known: ${plainStem} and 1700000000001_other.`,
  ],
])('%s is a conflict although the history was known', (_what, change, what) =>
  withKnownHistory(async (folder) => {
    change(folder);
    await expect(readAll(folder)).rejects.toMatchObject({ message: what });
  }),
);
