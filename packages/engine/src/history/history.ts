import type { MigrationInterface } from 'typeorm';
import type { MigrationName } from './migration-name';
import type { PlainMigration } from './parse-plain-migration';

/** One migration of the history, its file read. */
export interface Migration extends MigrationName {
  readonly path: string;
  /** The name by which its file exports the class; `default` where it has no other. */
  readonly exportedName: string;
  /** What TypeORM's `migrations` table calls it: the property `name` of the class, else the class's own name. */
  readonly recordedName: string;
  readonly instance: MigrationInterface;
  /** Where it is nothing but statements: they are read off its text, and its module is not loaded. */
  readonly plain?: PlainMigration;
  /** Where its text was known: that of its source, as `migrationSource` has it. */
  readonly checksum?: string;
  /** The text of its file, as it was when it was read. */
  readonly source?: string;
  /** Where all that is asked of it was known without its module: that is loaded when it runs. */
  readonly unloaded?: UnloadedModule;
}

export interface UnloadedModule {
  readonly load: () => Promise<Migration>;
}

/** Every migration there is a file for, oldest first. */
export interface History {
  /** The folder of the files. */
  readonly folder: string;
  readonly migrations: readonly Migration[];
}
