import { EventEmitter } from 'node:events';
import { Connection, type ConnectionConfig } from 'pg';

/** A statement of ours that is prepared on the connection under its name. */
export interface OwnStatement {
  readonly name: string;
  readonly values?: readonly (string | null)[];
}

/** To prepare it; the types are the numbers that Postgres has for them. */
export interface Preparation {
  readonly name: string;
  readonly text: string;
  readonly types?: readonly number[];
}

/** Messages to the server, and how many of the statements that they run it answers one by one. */
export interface Messages {
  readonly bytes: Uint8Array;
  readonly count: number;
}

/** @see https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY */
export function messagesToPrepare(statements: readonly Preparation[]): Messages {
  const bytes = write((wire) => {
    for (const each of statements) wire.parse(each);
  });
  return { bytes, count: 0 };
}

export function messagesToRun(statements: readonly OwnStatement[]): Messages {
  const bytes = write((wire) => {
    for (const own of statements) {
      wire.bind({ ...own, statement: own.name });
      wire.execute({});
    }
  });
  return { bytes, count: statements.length };
}

/** With which the server sends what it has to say so far. */
export function messageToFlush(): Messages {
  return { bytes: write((wire) => wire.flush()), count: 0 };
}

/** With which it ends what it skips. */
export function messageToSync(): Messages {
  return { bytes: write((wire) => wire.sync()), count: 0 };
}

/** With a text of a migration's own. */
export function messageToQuery(sql: string): Messages {
  return { bytes: write((wire) => wire.query(sql)), count: 0 };
}

export function joinMessages(messages: readonly Messages[]): Messages {
  return {
    bytes: Buffer.concat(messages.map(({ bytes }) => bytes)),
    count: messages.reduce((sum, { count }) => sum + count, 0),
  };
}

/** What `pg` has, and its types tell otherwise. */
interface Wire {
  parse(message: Preparation): void;
  bind(message: OwnStatement & { readonly statement: string }): void;
  execute(message: Readonly<Record<string, never>>): void;
  flush(): void;
  sync(): void;
  query(text: string): void;
}

/** What `pg` writes. */
function write(messages: (wire: Wire) => void): Uint8Array {
  written = [];
  messages(scribe);
  return written.length === 1 && written[0] !== undefined ? written[0] : Buffer.concat(written);
}

let written: Uint8Array[] = [];

const paper = Object.assign(new EventEmitter(), {
  writable: true,
  write: (bytes: Uint8Array) => written.push(bytes),
});

const scribe = new Connection({ stream: paper } as unknown as ConnectionConfig) as unknown as Wire;
