import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeclaredSql } from '@retort/engine';
import type { Project } from '../config/read-config';
import { namedFolder } from './named-folder';

/** The files of the folder `sql` of the settings, in the order of their names. */
export function readDeclaredSql(project: Project): readonly DeclaredSql[] {
  const folder = namedFolder(project, 'sql');
  if (folder === undefined) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const path = join(folder, name);
      return { path, text: readFileSync(path, 'utf8') };
    });
}
