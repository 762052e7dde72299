import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asUnprivileged } from '../../test/as-unprivileged';
import { loadModule } from '../../test/load-module';
import { withTemporaryFolder } from '../../test/temporary-folder';
import { readHistory } from '../history/read-history';
import { renderManualMigration } from './render-migration';
import { type Format, writeMigrations } from './write-migration';

const users = { timestamp: 1700000000001, slug: 'add_users', stem: '1700000000001_add_users' };
const widgets = { timestamp: 1700000000002, slug: 'add_widgets', stem: '1700000000002_add_widgets' };

const unformatted: Format = (_path, text) => Promise.resolve(text);

async function write(folder: string, name = users, format = unformatted): Promise<string | undefined> {
  const [written] = await writeMigrations({
    history: { folder, migrations: [] },
    migrations: [{ name, source: renderManualMigration(name) }],
    format,
    schema: undefined,
  });
  return written?.path;
}

describe('writeMigrations', () => {
  it('makes the folder, and writes what the history is then read from', async () => {
    await withTemporaryFolder({}, async (parent) => {
      const folder = join(parent, 'src', 'versions');
      expect(await write(folder)).toBe(join(folder, '1700000000001_add_users.ts'));
      const one = await readHistory(folder, loadModule);
      await writeMigrations({
        history: one,
        migrations: [{ name: widgets, source: renderManualMigration(widgets) }],
        format: unformatted,
        schema: undefined,
      });
      const two = await readHistory(folder, loadModule);
      expect(two.migrations.map(({ recordedName }) => recordedName)).toEqual([
        'AddUsers1700000000001',
        'AddWidgets1700000000002',
      ]);
      expect(readdirSync(folder).sort()).toEqual([
        '1700000000001_add_users.ts',
        '1700000000002_add_widgets.ts',
      ]);
    });
  });

  const empty = 'export const migrations = [];\n';

  it.each([
    ['where there is one', {}, empty, users.stem],
    [
      'as it names its files',
      {},
      "import { A } from './1700000000000_a.js';\nexport const migrations = [A];\n",
      `${users.stem}.js`,
    ],
    ['as modules of ECMAScript need it', { 'package.json': '{"type":"module"}' }, empty, `${users.stem}.js`],
  ])('lists them in the registry, %s', async (_name, files, registry, specifier) => {
    await withTemporaryFolder({ ...files, 'index.ts': registry }, async (folder) => {
      await write(folder);
      expect(readFileSync(join(folder, 'index.ts'), 'utf8')).toContain(`from './${specifier}';`);
    });
  });

  it('formats both files by their paths', async () => {
    await withTemporaryFolder({ 'index.ts': empty }, async (folder) => {
      await write(folder, users, (path, text) => Promise.resolve(`// ${path}\n${text}`));
      for (const file of ['index.ts', `${users.stem}.ts`]) {
        expect(readFileSync(join(folder, file), 'utf8').split('\n')[0]).toBe(`// ${join(folder, file)}`);
      }
    });
  });

  it('writes nothing when the formatter fails', async () => {
    await withTemporaryFolder({}, async (folder) => {
      const format: Format = (path, text) =>
        path.endsWith('index.ts') ? Promise.resolve(text) : Promise.reject(new Error('formatter'));
      await expect(write(folder, users, format)).rejects.toThrow('formatter');
      expect(readdirSync(folder)).toEqual([]);
    });
  });

  it('takes the migration back when the registry cannot be written', async () => {
    await withTemporaryFolder({}, async (folder) => {
      writeFileSync(join(folder, 'index.ts'), empty);
      mkdirSync(join(folder, 'index.ts.partial'));
      await expect(write(folder)).rejects.toMatchObject({ code: expect.stringContaining('EISDIR') });
      expect(readdirSync(folder)).toEqual(['index.ts', 'index.ts.partial']);
    });
  });

  it.each([
    ['came', false, 'another one came'],
    ['went', true, 'one is gone'],
  ])('writes nothing where a migration %s since the history was read', async (_name, isThere, why) => {
    await withTemporaryFolder({ 'index.ts': empty }, async (folder) => {
      if (isThere) await write(folder);
      const history = await readHistory(folder, loadModule);
      const registry = readFileSync(join(folder, 'index.ts'), 'utf8');
      const path = join(folder, `${users.stem}.ts`);
      const format: Format = (_path, text) => {
        if (isThere) rmSync(path, { force: true });
        else writeFileSync(path, renderManualMigration(users));
        return Promise.resolve(text);
      };
      const migrations = [{ name: widgets, source: renderManualMigration(widgets) }];
      await expect(writeMigrations({ history, migrations, format, schema: undefined })).rejects.toMatchObject(
        {
          message: `The migrations changed while the next one was being made: ${why}. Nothing was written.`,
          at: path,
          next: 'Run the same command again.',
          kind: 'conflict',
        },
      );
      expect(readdirSync(folder)).toEqual(isThere ? ['index.ts'] : [`${users.stem}.ts`, 'index.ts']);
      expect(readFileSync(join(folder, 'index.ts'), 'utf8')).toBe(registry);
    });
  });

  it('says what to do without the permission to write, and leaves everything as it was', async () => {
    await withTemporaryFolder({ 'index.ts': 'as it was' }, async (folder) => {
      chmodSync(folder, 0o555);
      await expect(asUnprivileged(() => write(folder))).rejects.toMatchObject({
        message: 'The migration cannot be written: no permission (EACCES).',
        at: folder,
        next: `Let yourself write there: chmod u+w '${folder}'`,
        kind: 'failed',
      });
      chmodSync(folder, 0o755);
      expect(readdirSync(folder)).toEqual(['index.ts']);
      expect(readFileSync(join(folder, 'index.ts'), 'utf8')).toBe('as it was');
    });
  });

  it('says that the folder is a file', async () => {
    await withTemporaryFolder({}, async (parent) => {
      const folder = join(parent, 'versions');
      writeFileSync(folder, '');
      await expect(write(folder)).rejects.toMatchObject({
        message: 'The migration cannot be written: its folder is a file (EEXIST).',
        at: folder,
        next: 'Move that file away, or correct migrations in retort.config.ts.',
      });
    });
  });
});
