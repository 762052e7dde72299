import type { Migration } from '../../history/history';
import type { Car, Sent, Train } from './send-train';

/** How many migrations are sent behind one at most. */
export const mostBehind = 63;

/** A train that took longer is followed by a single migration. */
const quickMs = 25;

/** What was sent on a connection before its turn has come, and how much may be. */
export interface Ahead {
  /** Not yet known to be done, in their order. */
  readonly sent: Map<Migration, Sent>;
  /** Made while the server was at work. */
  readonly ready: Map<Migration, Promise<Car>>;
  train: Train | undefined;
  /** Of the train. */
  migrations: readonly Migration[];
  leftAtMs: number;
  /** How many may be sent behind the next one: more and more, as long as they are quick. */
  behind: number;
  /** Whether our statements are prepared on the connection. A migration may have had that forgotten. */
  prepared: 'no' | 'yes' | 'forgotten';
}

export function createAhead(): Ahead {
  return {
    sent: new Map(),
    ready: new Map(),
    train: undefined,
    migrations: [],
    leftAtMs: 0,
    behind: 0,
    prepared: 'no',
  };
}

export function leave(ahead: Ahead, train: Train, migrations: readonly Migration[]): void {
  ahead.train = train;
  ahead.migrations = migrations;
  ahead.leftAtMs = performance.now();
  migrations.forEach((migration, index) => {
    const sent = train.sent[index];
    if (sent !== undefined) ahead.sent.set(migration, sent);
  });
}

/** Of which migration the server speaks, where something was sent. */
export function speakingOf({ train, migrations }: Ahead): Migration | undefined {
  return train === undefined ? undefined : migrations[train.endedCount()];
}

export function arrive(ahead: Ahead, migration: Migration): void {
  ahead.sent.delete(migration);
  if (ahead.sent.size > 0) return;
  const isQuick = performance.now() - ahead.leftAtMs < quickMs;
  ahead.behind = isQuick ? Math.min(ahead.behind * 2 + 1, mostBehind) : 0;
}
