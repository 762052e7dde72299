import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readFolder } from '../files/read-folder';
import { replaceFolder } from '../files/replace-folder';
import { writeFiles } from '../files/write-files';
import { renderDrizzleTable } from '../forms/drizzle-table';
import { environmentOf, type Ground, runUnmeasured } from '../ground/ground';
import type { Contestant } from '../measure/contestant';
import type { Table } from '../schema/table';
import { createEdit } from './edit';
import { findMissing } from './find-missing';
import type { GenerateContestants } from './generate-contestants';

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
  const common = { name: 'drizzle-kit', side: 'theirs' as const, command: run('generate') };
  const contestant = (own: Omit<Contestant, keyof typeof common>): Contestant => ({ ...common, ...own });
  return {
    first: [
      contestant({
        reset: async () => restore(undefined),
        findFault: async () =>
          findMissing(
            readFolder(written),
            tables.map(({ name }) => name),
          ),
      }),
    ],
    changed: [
      contestant({
        reset: async (round) => {
          restore(history);
          edit.make(round);
        },
        findFault: async (round) => findMissing(readFolder(written), [edit.column(round)]),
      }),
    ],
    unchanged: [
      contestant({
        reset: async () => restore(history),
        findFault: async (_round, { stdout }) =>
          stdout.includes('No schema changes') ? undefined : 'it did not say that nothing changed',
      }),
    ],
    migratedUrl: fullUrl,
  };
}

const drizzleConfig = `import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './src/schema/*.ts',
  out: './drizzle',
  dbCredentials: { url: process.env.POSTGRES_URL! },
});
`;
