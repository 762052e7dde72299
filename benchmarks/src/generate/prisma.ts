import { copyFileSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFolder } from '../files/replace-folder';
import { writeFiles } from '../files/write-files';
import { renderPrismaSchema } from '../forms/prisma-schema';
import { runSql } from '../ground/databases';
import { environmentOf, type Ground, runUnmeasured } from '../ground/ground';
import type { Command } from '../measure/contestant';
import { scriptFolder } from '../peers/install-peers';
import type { Table } from '../schema/table';
import { createEdit } from './edit';
import type { GenerateContestants } from './generate-contestants';
import { type ToolRow, toolContestants } from './tool-contestants';

/** Prisma's schema engine, called as a library: `migrate diff`, from nothing or from the database, to the schema. */
export async function makePrisma(ground: Ground, tables: readonly Table[]): Promise<GenerateContestants> {
  const root = join(ground.folder, 'generate-prisma');
  const fullUrl = await ground.databases.create('prisma_full');
  const write = (of: readonly Table[]) => writeFiles(root, { 'schema.prisma': renderPrismaSchema(of) });
  mkdirSync(root, { recursive: true });
  symlinkSync(ground.peers.nodeModules, join(root, 'node_modules'));
  for (const script of ['prisma-engine.mjs', 'prisma-diff.mjs']) {
    copyFileSync(join(scriptFolder, script), join(root, script));
  }
  write(tables);

  const written = join(root, 'migrations');
  const sql = join(written, 'migration.sql');
  const diff = (from: 'empty' | 'database'): Command => ({
    parameters: ['prisma-diff.mjs', from, 'schema.prisma', sql],
    folder: root,
    environment: environmentOf(root, fullUrl),
  });
  replaceFolder(written);
  await runUnmeasured(ground, diff('empty'));
  await runSql(fullUrl, readFileSync(sql, 'utf8'));

  const edit = createEdit(tables, (number, table) => write(tables.with(number, table)));
  const row = (from: 'empty' | 'database'): ToolRow => ({
    command: diff(from),
    restore: () => {
      edit.undo();
      replaceFolder(written);
    },
    readWritten: () => readFileSync(sql, 'utf8'),
  });
  const contestants = toolContestants({
    name: 'prisma engine',
    side: 'theirs',
    tables,
    edit,
    first: row('empty'),
    changed: row('database'),
    unchanged: row('database'),
    findUnchangedFault: () =>
      readFileSync(sql, 'utf8').includes('This is an empty migration')
        ? undefined
        : 'it found something to change',
  });
  return { ...contestants, migratedUrl: fullUrl };
}
