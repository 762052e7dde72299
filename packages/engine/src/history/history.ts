import type { MigrationInterface } from 'typeorm';
import type { MigrationName } from './migration-name';

/** One migration of the history, its file loaded. */
export interface Migration extends MigrationName {
  readonly path: string;
  /** The name by which its file exports the class; `default` where it has no other. */
  readonly exportedName: string;
  /** What TypeORM's `migrations` table calls it: the property `name` of the class, else the class's own name. */
  readonly recordedName: string;
  readonly instance: MigrationInterface;
}

/** Every migration there is a file for, oldest first. */
export interface History {
  /** The folder of the files. */
  readonly folder: string;
  readonly migrations: readonly Migration[];
}
