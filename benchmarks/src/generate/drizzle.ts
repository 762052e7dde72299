import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readFolder } from '../files/read-folder';
import { replaceFolder } from '../files/replace-folder';
import { writeFiles } from '../files/write-files';
import { renderDrizzleTable } from '../forms/drizzle-table';
import { environmentOf, type Ground, runUnmeasured } from '../ground/ground';
import type { Table } from '../schema/table';
import { createEdit } from './edit';
import type { GenerateContestants } from './generate-contestants';
import { type ToolRow, toolContestants } from './tool-contestants';

/** `drizzle-kit generate`: compares the TypeScript schema with the snapshot that it wrote the time before. */
export async function makeDrizzle(ground: Ground, tables: readonly Table[]): Promise<GenerateContestants> {
  const root = join(ground.folder, 'generate-drizzle');
  const fullUrl = await ground.databases.create('drizzle_full');
  const write = (table: Table) =>
    writeFiles(root, { [`src/schema/${table.name}.ts`]: renderDrizzleTable(table, tables) });
  mkdirSync(root, { recursive: true });
  symlinkSync(ground.peers.nodeModules, join(root, 'node_modules'));
  writeFiles(root, {
    'package.json': '{ "name": "benchmark", "private": true }\n',
    'drizzle.config.ts': drizzleConfig,
  });
  for (const table of tables) write(table);

  const program = ground.peers.program('drizzle-kit', 'drizzle-kit');
  const run = (parameter: string) => ({
    parameters: [program, parameter],
    folder: root,
    environment: environmentOf(root, fullUrl),
  });
  await runUnmeasured(ground, run('generate'));
  await runUnmeasured(ground, run('migrate'));
  const written = join(root, 'drizzle');
  const history = join(root, 'history');
  replaceFolder(history, written);

  const edit = createEdit(tables, (_number, table) => write(table));
  const restore = (from: string | undefined) => {
    edit.undo();
    replaceFolder(written, from);
  };
  const row = (from: string | undefined): ToolRow => ({
    command: run('generate'),
    restore: () => restore(from),
    readWritten: () => readFolder(written),
  });
  const contestants = toolContestants({
    name: 'drizzle-kit',
    side: 'theirs',
    tables,
    edit,
    first: row(undefined),
    changed: row(history),
    unchanged: row(history),
    findUnchangedFault: ({ stdout }) =>
      stdout.includes('No schema changes') ? undefined : 'it did not say that nothing changed',
  });
  return { ...contestants, migratedUrl: fullUrl };
}

const drizzleConfig = `import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './src/schema/*.ts',
  out: './drizzle',
  dbCredentials: { url: process.env.POSTGRES_URL! },
});
`;
