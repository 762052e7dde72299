import type { QueryRunner } from 'typeorm';
import type { Migration } from '../history/history';
import { explainMigrationError } from './explain-migration-error';

export type Direction = 'up' | 'down';

/**
 * Runs one direction of one migration and then `record`, in one transaction (or without one, where the migration says
 * `transaction = false`, as TypeORM's executor does).
 */
export async function runMigration(
  queryRunner: QueryRunner,
  migration: Migration,
  direction: Direction,
  record: () => Promise<void>,
): Promise<void> {
  const inTransaction = migration.instance.transaction !== false;
  try {
    if (inTransaction) await queryRunner.startTransaction();
    await migration.instance[direction](queryRunner);
    await record();
    if (inTransaction) await queryRunner.commitTransaction();
  } catch (error) {
    const rolledBack = await rollBack(queryRunner);
    throw explainMigrationError(error, migration, direction, rolledBack);
  }
}

async function rollBack(queryRunner: QueryRunner): Promise<boolean> {
  if (!queryRunner.isTransactionActive) return false;
  try {
    await queryRunner.rollbackTransaction();
  } catch (error) {
    // The connection is gone, and the server has rolled back with it: the first error says why.
    if (!(error instanceof Error)) throw error;
  }
  return true;
}
