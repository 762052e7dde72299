import type { MigrationInterface } from 'typeorm';
import { RetortError } from '../errors/retort-error';
import type { Migration } from './history';
import type { MigrationName } from './migration-name';

/** Loads a module of the user's by its absolute path: TypeScript where the caller can, JavaScript always. */
export type LoadModule = (path: string) => Promise<Readonly<Record<string, unknown>>>;

export interface MigrationFile extends MigrationName {
  readonly path: string;
}

export type MigrationClass = new () => MigrationInterface;

/** @throws RetortError of kind `conflict` when the file does not export one class of a migration, named after its timestamp. */
export async function loadMigration(file: MigrationFile, load: LoadModule): Promise<Migration> {
  const found = exportedClasses(await load(file.path));
  const [first] = found;
  if (first === undefined || found.size > 1) {
    throw new RetortError({
      what: `A migration's file exports one class with up and down; this one exports ${found.size}.`,
      at: file.path,
      next: 'Export exactly one class that implements MigrationInterface from it.',
      kind: 'conflict',
    });
  }
  const [migrationClass, exportedName] = first;
  const instance = new migrationClass();
  const recordedName = recordedNameOf(migrationClass, instance);
  if (recordedName.slice(-13) !== String(file.timestamp)) {
    throw new RetortError({
      what: `The class ${recordedName} does not end in its file's timestamp, ${file.timestamp}: TypeORM would order it wrongly.`,
      at: file.path,
      next: `Let the class's name (and its property name) end in ${file.timestamp}.`,
      kind: 'conflict',
    });
  }
  return { ...file, exportedName, recordedName, instance };
}

/** As TypeORM's executor names it. */
export function recordedNameOf(migrationClass: MigrationClass, instance = new migrationClass()): string {
  return instance.name ?? migrationClass.name;
}

/** Each class with the name it is exported by, which is not `default` where it has another. `module.exports = class …` counts as `default`. */
function exportedClasses(module: Readonly<Record<string, unknown>>): ReadonlyMap<MigrationClass, string> {
  const names = new Map<MigrationClass, string>();
  for (const [name, value] of [['default', module] as const, ...Object.entries(module)]) {
    if (isMigrationClass(value) && (names.get(value) ?? 'default') === 'default') names.set(value, name);
  }
  return names;
}

export function isMigrationClass(value: unknown): value is MigrationClass {
  return (
    typeof value === 'function' &&
    typeof value.prototype?.up === 'function' &&
    typeof value.prototype.down === 'function'
  );
}
