import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { answersFolder, type Context } from '../context';

/** Whether models or migrations look edited since they were last asked about. Time is saved where that is so; nothing depends on it. */
export function expectsChange(context: Pick<Context, 'project'>): boolean {
  const { root, config, migrationsFolder } = context.project;
  const sources = [config.models, config.sql, migrationsFolder].flatMap((folder) => folder ?? []);
  const edited = Math.max(...sources.map((folder) => newestIn(resolve(root, folder), { recursive: true })));
  // An answer that is kept makes the folder that it is kept in newer.
  return edited > newestIn(answersFolder(context));
}

/** In milliseconds; 0 where nothing is. */
function newestIn(folder: string, options: { readonly recursive?: boolean } = {}): number {
  if (!existsSync(folder)) return 0;
  const names = readdirSync(folder, { ...options, encoding: 'utf8' });
  const times = names.map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return Math.max(0, ...times);
}
