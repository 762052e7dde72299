import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeclaredSql } from '@retort/engine';
import { type Naming, namedFolder } from './named-folder';

/** The files of the folder `sql` of the settings, in the order of their names. */
export function readDeclaredSql(project: Naming): readonly DeclaredSql[] {
  const folder = namedFolder(project, 'sql');
  if (folder === undefined) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const path = join(folder, name);
      return { path, text: withoutPlatform(readFileSync(path, 'utf8')) };
    });
}

/** As a JavaScript string has lines, also in a migration: a checkout for Windows changes no function's body. */
function withoutPlatform(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
