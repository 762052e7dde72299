import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationInterface } from 'typeorm';
import { RetortError } from '../errors/retort-error';
import type { History, Migration } from './history';
import { type MigrationName, parseMigrationFileName } from './migration-name';
import { registryFile } from './render-registry';

/** Loads a module of the user's by its absolute path: TypeScript where the caller can, JavaScript always. */
export type LoadModule = (path: string) => Promise<Readonly<Record<string, unknown>>>;

interface MigrationFile extends MigrationName {
  readonly path: string;
}

/**
 * Reads the history in `folder`: every file named `<timestamp>_<slug>`, checked against the registry (`index.ts`).
 *
 * @throws RetortError of kind `conflict` when two migrations share a timestamp, or a file and the registry disagree.
 */
export async function readHistory(folder: string, load: LoadModule): Promise<History> {
  const files = listMigrationFiles(folder);
  refuseSharedTimestamps(files);
  const migrations: Migration[] = [];
  for (const file of files) migrations.push(await loadMigration(file, load));
  await compareWithRegistry(folder, migrations, load);
  return { folder, migrations };
}

function listMigrationFiles(folder: string): readonly MigrationFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((fileName) => {
      const name = parseMigrationFileName(fileName);
      return name === undefined ? [] : [{ ...name, path: join(folder, fileName) }];
    })
    .sort((a, b) => a.timestamp - b.timestamp || (a.stem < b.stem ? -1 : 1));
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

type MigrationClass = new () => MigrationInterface;

async function loadMigration(file: MigrationFile, load: LoadModule): Promise<Migration> {
  const exported = Object.values(await load(file.path)).filter(isMigrationClass);
  const [migrationClass] = exported;
  if (migrationClass === undefined || exported.length > 1) {
    throw new RetortError({
      what: `A migration's file exports one class with up and down; this one exports ${exported.length}.`,
      at: file.path,
      next: 'Export exactly one class that implements MigrationInterface from it.',
      kind: 'conflict',
    });
  }
  const instance = new migrationClass();
  const recordedName = instance.name ?? migrationClass.name;
  if (Number(recordedName.slice(-13)) !== file.timestamp) {
    throw new RetortError({
      what: `The class ${recordedName} does not end in its file's timestamp, ${file.timestamp}: TypeORM would order it wrongly.`,
      at: file.path,
      next: `Let the class's name (and its property name) end in ${file.timestamp}.`,
      kind: 'conflict',
    });
  }
  return { ...file, recordedName, instance };
}

function isMigrationClass(value: unknown): value is MigrationClass {
  return (
    typeof value === 'function' &&
    typeof value.prototype?.up === 'function' &&
    typeof value.prototype.down === 'function'
  );
}

async function compareWithRegistry(
  folder: string,
  migrations: readonly Migration[],
  load: LoadModule,
): Promise<void> {
  const path = join(folder, registryFile);
  if (!existsSync(path)) return;
  const disagree = (what: string, next: string) =>
    new RetortError({ what, at: path, next, kind: 'conflict' });
  const { migrations: registered } = await load(path);
  if (!Array.isArray(registered)) {
    throw disagree(
      'The registry exports no list named migrations.',
      'Export it: export const migrations = [ … ];',
    );
  }
  const names = registered.map((entry) =>
    isMigrationClass(entry) ? (new entry().name ?? entry.name) : String(entry),
  );
  const missing = migrations.find(({ recordedName }) => !names.includes(recordedName));
  if (missing !== undefined) {
    throw disagree(
      `The registry does not list ${missing.stem}.`,
      `Import ${missing.recordedName} from './${missing.stem}' there and list it in order of time.`,
    );
  }
  const known = new Set(migrations.map(({ recordedName }) => recordedName));
  const extra = names.find((name, index) => !known.has(name) || names.indexOf(name) !== index);
  if (extra !== undefined)
    throw disagree(
      `The registry lists ${extra}, for which there is no file (or lists it twice).`,
      'Remove that line.',
    );
  const outOfOrder = names.find((name, index) => name !== migrations[index]?.recordedName);
  if (outOfOrder !== undefined)
    throw disagree(
      `The registry lists ${outOfOrder} out of order.`,
      'List the migrations in order of their timestamps.',
    );
}
