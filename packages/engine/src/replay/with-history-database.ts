import type { Client } from 'pg';
import type { History } from '../history/history';
import { abortable } from '../scratch/abortable';
import { type ScratchDatabase, withScratchDatabase } from '../scratch/scratch-database';
import { replayHistory } from './replay-history';

export interface HistoryDatabaseOptions {
  readonly history: History;
  /** A server on which scratch databases may be made. */
  readonly server: string;
  /** Connected to that server, and in no transaction. */
  readonly connection?: Client;
  /** The schema that TypeORM is told to work in. */
  readonly schema?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Replays the history into a scratch database and hands its URL to `use`: it holds just what the history made. `signal`
 * ends the replay; what `use` does, it ends itself.
 */
export async function withHistoryDatabase<T>(
  { history, server, connection, schema, signal }: HistoryDatabaseOptions,
  use: (url: string) => Promise<T>,
): Promise<T> {
  const replay = async ({ url }: ScratchDatabase) => {
    await abortable(replayHistory(schema === undefined ? { url } : { url, schema }, history), signal);
    return use(url);
  };
  return withScratchDatabase(server, replay, { server: connection, signal });
}
