import type { Client } from 'pg';
import type { QueryRunner } from 'typeorm';
import { StatementError } from '../../errors/statement-error';

/** As much of a query runner as a migration needs that is nothing but statements: it spares loading TypeORM. */
export function createStatementRunner(client: Client): QueryRunner {
  const query = async (sql: string): Promise<unknown> => {
    try {
      return (await client.query(sql)).rows;
    } catch (error) {
      throw error instanceof Error ? new StatementError(sql, error) : error;
    }
  };
  return { connect: () => Promise.resolve(client), query } as unknown as QueryRunner;
}
