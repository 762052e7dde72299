import type { Client } from 'pg';
import type { QueryRunner } from 'typeorm';
import type { Database } from '../../connect/database';
import { queryOf, type RunQuery } from '../../connect/run-query';
import { type ServerWait, withConnectionWhenReady } from '../../connect/when-ready';
import type { Migration } from '../../history/history';
import type { OpenDataSource } from './open-data-source';
import { createStatementRunner } from './statement-runner';

/** Where migrations run. */
export interface Session {
  readonly query: RunQuery;
  /** What a migration is given: TypeORM's query runner from the first one on that is more than statements. */
  readonly runnerFor: (migration: Migration) => Promise<QueryRunner>;
  /** The connection of the migration that runs. */
  readonly client: () => Client;
  /** The server's processes that serve it, as they come and go. */
  readonly backendPids: ReadonlySet<number>;
}

export interface SessionOptions {
  readonly database: Database;
  /** By which the server shows it. */
  readonly applicationName: string;
  /** Called with each connection before a migration runs on it. */
  readonly claim: (query: RunQuery) => Promise<void>;
  readonly wait: ServerWait;
}

/**
 * Opens a connection for migrations, and TypeORM's data source when one of them needs it, hands them to `use`, and closes
 * them however `use` ends.
 */
export async function withSession<T>(
  { database, applicationName, claim, wait }: SessionOptions,
  use: (session: Session) => Promise<T>,
): Promise<T> {
  const backendPids = new Set<number>();
  let opened: (OpenDataSource & { readonly queryRunner: QueryRunner }) | undefined;
  const openTypeorm = async () => {
    // Loaded here, since it takes longer than everything else that a command loads.
    const { openDataSource }: typeof import('./open-data-source.js') = require('./open-data-source');
    const open = await openDataSource(database, applicationName, backendPids);
    const queryRunner = open.dataSource.createQueryRunner();
    opened = { ...open, queryRunner };
    await claim((sql, parameters) => queryRunner.query(sql, parameters));
    return queryRunner;
  };
  const useClient = async (client: Client & { readonly processID?: number }) => {
    if (client.processID !== undefined) backendPids.add(client.processID);
    client.once('end', () => backendPids.delete(client.processID ?? 0));
    let current: Client = client;
    const statementRunner = createStatementRunner(client);
    const query = queryOf(client);
    let isClaimed = false;
    const runnerFor = async ({ plain }: Migration) => {
      if (opened === undefined && plain !== undefined) {
        if (!isClaimed) await claim(query);
        isClaimed = true;
        return statementRunner;
      }
      const queryRunner = opened?.queryRunner ?? (await openTypeorm());
      current = await queryRunner.connect();
      return queryRunner;
    };
    try {
      return await use({ query, backendPids, client: () => current, runnerFor });
    } finally {
      await opened?.queryRunner.release();
      await opened?.close();
    }
  };
  return withConnectionWhenReady(wait, database.url, useClient, applicationName);
}
