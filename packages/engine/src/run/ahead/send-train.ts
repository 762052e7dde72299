import type { Client } from 'pg';
import { sendTogether } from '../session/send-together';
import { Coupling, type CouplingOptions } from './coupling';
import type { Messages } from './messages';

/** A migration, as it is sent. */
export interface Car {
  readonly statements: readonly string[];
  /** Its record and, last, its COMMIT. */
  readonly ending: Messages;
}

/** The answers to a migration, in their order. */
export interface Sent {
  readonly begun: Promise<void>;
  readonly statements: readonly { readonly sql: string; readonly answer: Promise<unknown> }[];
  readonly committed: Promise<void>;
}

export interface TrainOptions {
  readonly client: Client;
  readonly prepare: Messages;
  /** What opens the transaction of each. */
  readonly beginning: Messages;
  readonly cars: readonly Car[];
}

export interface Train {
  /** Of each car. */
  readonly sent: readonly Sent[];
  /** How many are committed, as far as the server was heard. */
  readonly endedCount: () => number;
  /** Settles when all that was sent is answered, also after a failure: then anything else can be sent. */
  readonly atRest: () => Promise<void>;
}

/**
 * Sends migrations behind each other in one trip, each in a transaction of its own: the server begins one when it has
 * committed the one before, and none behind one that failed.
 */
export function sendTrain({ client, prepare, beginning, cars }: TrainOptions): Train {
  const { connection } = client as unknown as { readonly connection: { sync(): void } };
  const answers: Promise<unknown>[] = [];
  let messages = 0;
  let endedCount = 0;
  const couple = (options: Omit<CouplingOptions, 'onSkip' | 'onEnded'>) => {
    const number = ++messages;
    const coupling = new Coupling({
      ...options,
      onEnded: () => {
        endedCount++;
      },
      // The server answers none of what it skips, up to the Sync at the end: `pg` counts on an answer to each.
      onSkip: () => {
        for (let unanswered = messages - number; unanswered > 0; unanswered--) connection.sync();
      },
    });
    client.query(coupling);
    answers.push(coupling.answered.promise);
    return coupling;
  };
  const query = (sql: string) => {
    messages++;
    const answer = client.query(sql);
    // It is looked at when its turn comes, and until then must not count as unhandled.
    answer.catch(() => undefined);
    answers.push(answer);
    return { sql, answer };
  };

  sendTogether(client);
  const couplings: Coupling[] = [];
  const rests = cars.map(({ statements: [sql = '', ...others] }, index) => {
    const ending = cars[index - 1]?.ending;
    couplings.push(couple({ ...(index === 0 ? { prepare } : {}), ending, next: { beginning, sql } }));
    return others.map(query);
  });
  couplings.push(couple({ ending: cars.at(-1)?.ending, next: undefined }));
  const sent = cars.flatMap(({ statements: [sql = ''] }, index) => {
    const [here, behind] = couplings.slice(index);
    if (here === undefined || behind === undefined) return [];
    const first = { sql, answer: here.answered.promise };
    return {
      begun: here.begun.promise,
      statements: [first, ...(rests[index] ?? [])],
      committed: behind.ended.promise,
    };
  });
  return { sent, endedCount: () => endedCount, atRest: async () => void (await Promise.allSettled(answers)) };
}
