import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { RetortError } from '../errors/retort-error';
import type { MigrationFile } from './load-migration';
import { isMisnamedMigration, parseMigrationFileName } from './migration-name';

/** Every file beside the migrations, theirs among them; none where there is no folder. */
export function listFileNames(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

/**
 * The migrations among a folder's files, oldest first.
 *
 * @throws RetortError of kind `conflict` where one is meant to be a migration, and its name is none.
 */
export function listMigrationFiles(folder: string, fileNames: readonly string[]): readonly MigrationFile[] {
  const misnamed = fileNames.find(isMisnamedMigration);
  if (misnamed !== undefined) throw misnamedMigration(join(folder, misnamed));
  return fileNames
    .flatMap((fileName) => {
      const name = parseMigrationFileName(fileName);
      return name === undefined ? [] : [{ ...name, path: join(folder, fileName) }];
    })
    .sort((a, b) => a.timestamp - b.timestamp || (a.path < b.path ? -1 : 1));
}

function misnamedMigration(path: string): RetortError {
  return new RetortError({
    what: 'The name of a migration begins with 13 digits, the milliseconds since 1970; this one does not.',
    at: path,
    next: 'Rename it to <13 digits>_<what it does>.ts, and let the name of its class end in the same digits; if it is no migration, move it out of this folder.',
    kind: 'conflict',
  });
}
