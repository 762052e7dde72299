import type { QueryRunner } from 'typeorm';
import { type StatementRun, statementRun } from '../../journal/statement-run';

/**
 * Hands each statement that a query runner is given to `step`, with what runs it, until what is returned is called.
 */
export function interceptQueries(
  queryRunner: QueryRunner,
  step: (statement: StatementRun, run: () => Promise<unknown>) => Promise<unknown>,
): () => void {
  const runNow = queryRunner.query;
  const intercepted = async (sql: string, parameters?: unknown[], structured?: boolean): Promise<unknown> =>
    step(statementRun(sql, parameters), () =>
      Reflect.apply(runNow, queryRunner, [sql, parameters, structured]),
    );
  // TypeORM declares what it returns as of any type that the caller names.
  queryRunner.query = intercepted as QueryRunner['query'];
  return () => {
    queryRunner.query = runNow;
  };
}
