import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readFolder } from '../files/read-folder';
import { replaceFolder } from '../files/replace-folder';
import { writeFiles } from '../files/write-files';
import { className } from '../forms/class-name';
import { mikroPackage, renderMikroEntity } from '../forms/mikro-entity';
import { environmentOf, type Ground, runUnmeasured } from '../ground/ground';
import type { Command } from '../measure/contestant';
import type { Table } from '../schema/table';
import { createEdit } from './edit';
import type { GenerateContestants } from './generate-contestants';
import { type ToolRow, toolContestants } from './tool-contestants';

/** `mikro-orm migration:create` and `migration:check`, with its snapshot file, as is its default. */
export async function makeMikroOrm(ground: Ground, tables: readonly Table[]): Promise<GenerateContestants> {
  const root = join(ground.folder, 'generate-mikro-orm');
  const emptyUrl = await ground.databases.create('mikro_orm_empty');
  const fullUrl = await ground.databases.create('mikro_orm_full');
  const write = (table: Table) =>
    writeFiles(root, { [`models/${table.name}.js`]: renderMikroEntity(table, tables) });
  mkdirSync(root, { recursive: true });
  symlinkSync(ground.peers.nodeModules, join(root, 'node_modules'));
  writeFiles(root, {
    'package.json': mikroPackage,
    'mikro-orm.config.js': renderConfig(tables),
  });
  for (const table of tables) write(table);

  const program = ground.peers.program('@mikro-orm/cli', 'mikro-orm');
  const run = (url: string, parameter: string): Command => ({
    parameters: [program, parameter],
    folder: root,
    environment: environmentOf(root, url),
  });
  const written = join(root, 'migrations');
  const history = join(root, 'history');
  replaceFolder(written);
  await runUnmeasured(ground, run(fullUrl, 'migration:create'));
  await runUnmeasured(ground, run(fullUrl, 'migration:up'));
  replaceFolder(history, written);

  const edit = createEdit(tables, (_number, table) => write(table));
  const restore = (from: string | undefined) => {
    edit.undo();
    replaceFolder(written, from);
  };
  const row = (command: Command, from: string | undefined): ToolRow => ({
    command,
    restore: () => restore(from),
    readWritten: () => readFolder(written),
  });
  const contestants = toolContestants({
    name: 'mikro-orm',
    side: 'theirs',
    tables,
    edit,
    first: row(run(emptyUrl, 'migration:create'), undefined),
    changed: row(run(fullUrl, 'migration:create'), history),
    unchanged: row(run(fullUrl, 'migration:check'), history),
    findUnchangedFault: ({ stdout }) =>
      stdout.includes('No changes') ? undefined : 'it did not say that nothing changed',
  });
  return { ...contestants, migratedUrl: fullUrl };
}

function renderConfig(tables: readonly Table[]): string {
  return [
    `import { defineConfig } from '@mikro-orm/postgresql';`,
    `import { Migrator } from '@mikro-orm/migrations';`,
    ...tables.map(({ name }) => `import { ${className(name)} } from './models/${name}.js';`),
    '',
    'export default defineConfig({',
    '  clientUrl: process.env.POSTGRES_URL,',
    `  entities: [${tables.map(({ name }) => className(name)).join(', ')}],`,
    '  extensions: [Migrator],',
    `  migrations: { path: './migrations', emit: 'cjs' },`,
    '});',
    '',
  ].join('\n');
}
