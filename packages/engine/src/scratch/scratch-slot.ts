import type { Client } from 'pg';
import { withConnection } from '../connect/connect';
import { closing, type Held, holdOpen } from '../connect/hold-open';
import { liftTimeouts } from '../connect/lift-timeouts';
import { readSchemaInTransaction } from '../read/read-schema';
import { abortable } from './abortable';
import { type ScratchOptions, withScratchDatabase } from './scratch-database';

/** One scratch database with one connection, made when it is first asked for. */
export interface ScratchSlot {
  /** The server on which it is made. */
  readonly serverUrl: string;
  /** Makes the database before it is asked for, and has the server fill the caches of its first connection. */
  readonly warmUp: () => void;
  /** Settles once nothing is being made: `server` may be in a transaction from then on. */
  readonly settled: () => Promise<void>;
  /** Settles once the database is there. */
  readonly ready: () => Promise<void>;
  /** Runs `use` in a transaction that is rolled back: the database is empty again. */
  readonly tryOut: <T>(use: (client: Client) => Promise<T>) => Promise<T>;
  /** Hands out the connection for the last time: what came after would not find the database empty. */
  readonly useUp: <T>(use: (client: Client) => Promise<T>) => Promise<T>;
  /** Nothing is asked of it any more: it is dropped meanwhile, and whoever ends waits for that. */
  readonly release: () => void;
}

/** What most schemas are made of, and a change of it. */
const trial = `BEGIN;
CREATE TYPE "retort_trial_type" AS ENUM ('a', 'b');
CREATE TABLE "retort_trial" (
  "id" SERIAL NOT NULL,
  "text" character varying(10) NOT NULL DEFAULT 'a',
  "number" numeric(10,2),
  "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
  "type" "retort_trial_type" NOT NULL DEFAULT 'a',
  "other" integer,
  CONSTRAINT "retort_trial_unique" UNIQUE ("text"),
  CONSTRAINT "retort_trial_key" PRIMARY KEY ("id")
);
CREATE INDEX "retort_trial_index" ON "retort_trial" ("number");
ALTER TABLE "retort_trial" ADD CONSTRAINT "retort_trial_other" FOREIGN KEY ("other") REFERENCES "retort_trial" ("id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "retort_trial" ADD COLUMN "more" integer;
ALTER TABLE "retort_trial" DROP COLUMN "more"`;

/** Whatever was made is dropped however `use` ends; what runs there ends when `signal` is aborted. */
export async function withScratchSlot<T>(
  serverUrl: string,
  { server, signal }: Pick<ScratchOptions, 'server' | 'signal'>,
  use: (slot: ScratchSlot) => Promise<T>,
): Promise<T> {
  let held: Held<Client> | undefined;
  const open = (prepare = setUp) => {
    held ??= holdOpen<Client>((hold) => {
      const useClient = async (client: Client) => {
        await prepare(client);
        await hold(client);
      };
      return withScratchDatabase(serverUrl, ({ url }) => withConnection(url, useClient), { server, signal });
    });
    return held.opened;
  };
  const close = async () => held?.close();
  return closing(close, () =>
    use({
      serverUrl,
      warmUp() {
        const warming = open(setUpWarm);
        warming.catch(() => {
          // Who asks for it makes it then, and hears what goes wrong.
          held = undefined;
        });
      },
      async settled() {
        await held?.opened.catch(() => undefined);
      },
      async ready() {
        await open();
      },
      useUp: async (attempt) => abortable(attempt(await open()), signal),
      tryOut: async (attempt) => rolledBack(await open(), attempt, signal),
      release() {
        // What goes wrong is told by the closing at the end.
        close().catch(() => undefined);
      },
    }),
  );
}

async function setUp(client: Client): Promise<void> {
  await liftTimeouts(client);
  // The catalog is read again and again here: its queries need not be planned anew for each list of oids.
  await client.query("SET plan_cache_mode = 'force_generic_plan'");
}

/** Fills the caches of the connection with what most schemas need. */
async function setUpWarm(client: Client): Promise<void> {
  await setUp(client);
  // What is refused there is refused where it matters too, and explained.
  await tryAll(client).catch(() => undefined);
}

async function tryAll(client: Client): Promise<void> {
  try {
    await client.query(trial);
    await readSchemaInTransaction(client, { prepared: true });
  } finally {
    await client.query('ROLLBACK');
  }
}

async function rolledBack<T>(
  client: Client,
  attempt: (client: Client) => Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  await client.query('BEGIN');
  const tried = await abortable(attempt(client), signal).then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  // After an abort the connection is closed as it is: a statement may still run there.
  if (signal?.aborted !== true) await client.query('ROLLBACK');
  if ('error' in tried) throw tried.error;
  return tried.value;
}
