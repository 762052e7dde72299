import { parseDatabaseUrl } from '../connect/parse-database-url';
import type { RunQuery } from '../connect/run-query';
import type { Migration } from '../history/history';
import type { MigrationsTable } from '../journal/migrations-location';
import { type Runner, readRunner } from '../journal/read-runner';
import { prepareInterruptibly } from './end-session-on-abort';
import { layGround } from './lay-ground';
import { reconnectTimeoutMs } from './one/find-outcome';
import { type DoneMigration, type EachOptions, runEach } from './run-each';
import type { RunHooks } from './run-hooks';
import { keepsSession, refuseSharedSession } from './session/keeps-session';
import { refuseReadOnly } from './session/refuse-read-only';
import { type Session, withSession } from './session/with-session';
import { adoptApplied } from './state/adopt-applied';
import { createMigrationsTable } from './state/migrations-table';

export interface ApplyOptions extends Omit<EachOptions, 'session' | 'runner' | 'isKept' | 'afterEach'> {
  /** They are applied, and the journal does not know of it. */
  readonly unjournaled: readonly Migration[];
  /** Statements that make what the migrations count on, where it is not there. */
  readonly ground: readonly string[];
  /** Of the history. */
  readonly folder: string;
  /** What the server is told that the connection is. */
  readonly name: string;
  readonly hooks: RunHooks | undefined;
}

/** Makes the tables where they are not there, adopts what others applied, and runs the migrations, with their hooks. */
export async function applyMigrations(options: ApplyOptions): Promise<readonly DoneMigration[]> {
  const { database, lock, migrations, direction, onEvent, hooks, signal } = options;
  const { shown } = parseDatabaseUrl(database.url);
  const [runner] = await Promise.all([readRunner(options.folder), refuseReadOnly(lock.query, database.url)]);
  const isKept =
    lock.isPooled &&
    migrations.some(({ instance }) => instance.transaction === false) &&
    (await keepsSession(database));
  // Of a runner that died statement by statement.
  if (isKept) await lock.endOrphans();
  const claim = async (query: RunQuery) => {
    if (isKept) await refuseSharedSession(query, database);
    if (isKept || !lock.isPooled) await lock.claimWorker(query);
  };
  const wait = {
    timeoutMs: reconnectTimeoutMs,
    signal,
    onWait: (because: string) => onEvent({ kind: 'waitingForServer', because }),
  };
  const done: DoneMigration[] = [];
  let made: MigrationsTable | undefined;
  // Again where the connection was lost with one of them that turned out to be done.
  do {
    const more = await withSession(
      { database, applicationName: options.name, claim, wait },
      async (session) => {
        if (made === undefined) {
          made = await prepareInterruptibly({ session, lock, signal }, shown, () =>
            prepare(options, session, runner),
          );
          if (migrations.length === 0) return [];
          onEvent({ kind: 'planned', direction, migrations });
          await hooks?.before?.(migrations);
        }
        return runEach({
          ...options,
          session,
          runner,
          isKept,
          location: made,
          afterEach: hooks?.afterEach,
          migrations: migrations.slice(done.length),
        });
      },
    );
    done.push(...more);
  } while (done.length < migrations.length);
  if (done.length > 0) await hooks?.after?.(done);
  return done;
}

/** The tables, what others applied, and what the migrations count on. */
async function prepare(
  { location, unjournaled, migrations, ground, onEvent }: ApplyOptions,
  session: Session,
  runner: Runner,
): Promise<MigrationsTable> {
  const made = await createMigrationsTable(session.query, location);
  if (unjournaled.length > 0) {
    await adoptApplied(session.query, { location: made, runner, migrations: unjournaled });
    onEvent({ kind: 'adopted', migrations: unjournaled });
  }
  if (migrations.length > 0) await layGround(session.query, ground);
  return made;
}
