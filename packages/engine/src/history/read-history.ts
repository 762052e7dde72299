import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RetortError } from '../errors/retort-error';
import { compareWithRegistry, refuseUnloadable } from './compare-with-registry';
import type { History, Migration } from './history';
import { type KnownMigration, type KnownModules, readKnownModules } from './known-modules';
import { listFileNames, listMigrationFiles } from './list-migration-files';
import { type LoadModule, loadMigration, type MigrationFile, recallMigration } from './load-migration';
import { migrationSource } from './migration-source';
import { registryFile } from './render-registry';

export interface ReadHistoryOptions {
  /** `ignored`: it is about to be written anew, and git may have left it in conflict. */
  readonly registry?: 'checked' | 'ignored';
  /** Where what is known of the migrations' modules is kept; without one, they are loaded. */
  readonly knownModules?: string;
}

/**
 * Reads the history in `folder`: every file named `<timestamp>_<slug>`, checked against the registry (`index.ts`) where there is one.
 *
 * @throws RetortError of kind `conflict` when two migrations share a timestamp, or a file and the registry disagree.
 */
export async function readHistory(
  folder: string,
  load: LoadModule,
  { registry = 'checked', knownModules }: ReadHistoryOptions = {},
): Promise<History> {
  const fileNames = listFileNames(folder);
  const files = listMigrationFiles(folder, fileNames);
  refuseSharedTimestamps(files);
  const texts = files.map(({ path }) => readFileSync(path, 'utf8'));
  const registryPath = join(folder, registryFile);
  const hasRegistry = registry === 'checked' && fileNames.includes(registryFile);
  const registryText = hasRegistry ? readFileSync(registryPath, 'utf8') : '';
  const modules = knownModules === undefined ? undefined : readKnownModules(knownModules);
  // Other files are looked at by nobody.
  const all = [
    String(hasRegistry),
    registryText,
    ...fileNames.filter((fileName) => /^\d/.test(fileName)),
    ...texts,
  ];
  const known = modules?.findHistory(all);
  if (known?.length === files.length) return { folder, migrations: recall(files, texts, known, load) };
  if (hasRegistry) refuseUnloadable(registryPath, registryText, fileNames);
  const migrations: Migration[] = [];
  for (const [index, file] of files.entries())
    migrations.push(await loadMigration(file, texts[index] ?? '', load, modules));
  const compared = hasRegistry
    ? await compareWithRegistry(registryPath, registryText, migrations, load)
    : 'read';
  const described = migrations.flatMap(
    (migration, index) => describe(migration, texts[index], modules) ?? [],
  );
  if (compared === 'read' && described.length === files.length) modules?.learnHistory(all, described);
  modules?.save();
  return { folder, migrations };
}

function recall(
  files: readonly MigrationFile[],
  texts: readonly string[],
  known: readonly KnownMigration[],
  load: LoadModule,
): readonly Migration[] {
  return files.flatMap((file, index) => {
    const [text, of] = [texts[index], known[index]];
    return text === undefined || of === undefined ? [] : recallMigration(file, text, of, load);
  });
}

/** All that is asked of a migration until it runs, where that follows from its text. */
function describe(
  migration: Migration,
  text: string | undefined,
  modules: KnownModules | undefined,
): KnownMigration | undefined {
  const { plain, exportedName, recordedName } = migration;
  if (text === undefined || modules === undefined) return undefined;
  if (plain === undefined) {
    const known = modules.find(text);
    return known === undefined ? undefined : { ...known, isPlain: false };
  }
  const { checksum } = migrationSource(migration);
  return { exportedName, recordedName, checksum, properties: plain.properties, isPlain: true };
}

function refuseSharedTimestamps(files: readonly MigrationFile[]): void {
  files.forEach((file, index) => {
    const before = files[index - 1];
    if (before === undefined || before.timestamp !== file.timestamp) return;
    throw new RetortError({
      what: `Two migrations have the timestamp ${file.timestamp}, so their order is not known: ${before.stem} and ${file.stem}.`,
      at: file.path,
      next: `Give the later one a later timestamp, in its file's name, its class's name and ${registryFile}.`,
      kind: 'conflict',
    });
  });
}
