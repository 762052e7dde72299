import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { answersFolder, type Context } from '../context';
import { listBelow } from './list-below';

/** Whether models or migrations look edited since they were last asked about. Time is saved where that is so; nothing depends on it. */
export function expectsChange(context: Pick<Context, 'project'>): boolean {
  const { root, config, migrationsFolder } = context.project;
  const sources = [config.models, config.sql, migrationsFolder].flatMap((folder) => folder ?? []);
  const edited = Math.max(...sources.map((folder) => newestIn(resolve(root, folder), listBelow)));
  // An answer that is kept makes the folder that it is kept in newer.
  return edited > newestIn(answersFolder(context), listIn);
}

/** In milliseconds; 0 where nothing is. */
function newestIn(folder: string, list: (folder: string) => readonly string[]): number {
  if (!existsSync(folder)) return 0;
  return Math.max(0, ...list(folder).map((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0));
}

function listIn(folder: string): readonly string[] {
  return readdirSync(folder).map((name) => join(folder, name));
}
