import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DeclaredSql } from '@retort/engine';
import type { Project } from '../config/read-config';

/** The files of the folder `sql` of the settings, in the order of their names. */
export function readDeclaredSql({ root, config }: Project): readonly DeclaredSql[] {
  if (config.sql === undefined) return [];
  const folder = resolve(root, config.sql);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const path = join(folder, name);
      return { path, text: readFileSync(path, 'utf8') };
    });
}
