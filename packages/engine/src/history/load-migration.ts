import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RetortError } from '../errors/retort-error';
import { describeModule } from './describe-module';
import type { Migration } from './history';
import type { KnownMigration, KnownModule, KnownModules } from './known-modules';
import type { MigrationName } from './migration-name';
import { type PlainMigration, parsePlainMigration } from './parse-plain-migration';

/** Loads a module of the user's by its absolute path: TypeScript where the caller can, JavaScript always. */
export type LoadModule = (path: string) => Promise<Readonly<Record<string, unknown>>>;

export interface MigrationFile extends MigrationName {
  readonly path: string;
}

export type MigrationClass = new () => MigrationInterface;

/**
 * Reads a migration: off its text where it is nothing but statements, from what is known of its module, else by loading that.
 *
 * @throws RetortError of kind `conflict` when the file does not export one class of a migration, named after its timestamp.
 */
export async function loadMigration(
  file: MigrationFile,
  text: string,
  load: LoadModule,
  modules?: KnownModules,
): Promise<Migration> {
  // A module of ECMAScript is loaded by other rules.
  const plain = /\.m[jt]s$/.test(file.path) ? undefined : parsePlainMigration(text);
  const migration =
    plain === undefined
      ? { ...(await findOrLoad(file, text, load, modules)), source: text }
      : {
          ...file,
          plain,
          exportedName: plain.className,
          instance: instanceOf(plain, () => plain),
          recordedName: plain.properties.name ?? plain.className,
        };
  const { recordedName } = migration;
  if (recordedName.slice(-13) === String(file.timestamp)) return migration;
  throw new RetortError({
    what: `The class ${recordedName} does not end in its file's timestamp, ${file.timestamp}: TypeORM would order it wrongly.`,
    at: file.path,
    next: `Let the class's name (and its property name) end in ${file.timestamp}.`,
    kind: 'conflict',
  });
}

async function findOrLoad(
  file: MigrationFile,
  text: string,
  load: LoadModule,
  modules: KnownModules | undefined,
): Promise<Migration> {
  const known = modules?.find(text);
  if (known !== undefined) return unloaded(file, known, load);
  const migration = instantiate(file, await load(file.path));
  const described = modules === undefined ? undefined : describeModule(migration, text);
  if (described !== undefined) modules?.learn(text, described);
  return migration;
}

function unloaded(file: MigrationFile, known: KnownModule, loadModule: LoadModule): Migration {
  const { exportedName, recordedName, properties, checksum } = known;
  let loading: Promise<Migration> | undefined;
  const load = () => {
    loading ??= loadModule(file.path).then((module) => instantiate(file, module));
    return loading;
  };
  const instance: MigrationInterface = {
    ...properties,
    up: async (queryRunner) => (await load()).instance.up(queryRunner),
    down: async (queryRunner) => (await load()).instance.down(queryRunner),
  };
  return { ...file, exportedName, recordedName, instance, checksum, unloaded: { load } };
}

/** What its class would do. */
function instanceOf({ properties }: Pick<PlainMigration, 'properties'>, parse: () => PlainMigration) {
  const run = (direction: 'up' | 'down') => async (queryRunner: QueryRunner) => {
    for (const sql of parse()[direction]) await queryRunner.query(sql);
  };
  return { ...properties, up: run('up'), down: run('down') };
}

/** A migration of which all that is asked without running it is known: its text is read when its statements are. */
export function recallMigration(
  file: MigrationFile,
  text: string,
  known: KnownMigration,
  load: LoadModule,
): Migration {
  if (!known.isPlain) return { ...unloaded(file, known, load), source: text };
  const { exportedName, recordedName, checksum } = known;
  let parsed: PlainMigration | undefined;
  const parse = () => {
    parsed ??= parsePlainMigration(text);
    if (parsed === undefined) throw new Error(`${file.path} was nothing but statements`);
    return parsed;
  };
  return {
    ...file,
    exportedName,
    recordedName,
    checksum,
    instance: instanceOf(known, parse),
    get plain() {
      return parse();
    },
  };
}

/** Of what the module of its file exports. */
export function instantiate(file: MigrationFile, module: Readonly<Record<string, unknown>>): Migration {
  const found = exportedClasses(module);
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
  return { ...file, exportedName, recordedName: recordedNameOf(migrationClass, instance), instance };
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
