import type { QueryRunner } from 'typeorm';
import type { Database } from '../connect/database';
import type { RunQuery } from '../connect/run-query';
import { errorCode } from '../errors/error-code';
import type { Direction } from '../history/direction';
import type { Migration } from '../history/history';
import { explainMigrationError } from './failures/explain-migration-error';
import { layGround } from './lay-ground';
import type { MigrationLock } from './lock/with-migration-lock';
import { interceptQueries } from './session/intercept-queries';
import { withDataSource } from './session/open-data-source';
import { ownIdentity, resetSession } from './session/own-session';
import { defaultPatience } from './session/retry-locks';
import { renderLimits } from './session/session-limits';

/** What a migration did before it was rolled back. */
export interface Rehearsed {
  readonly migration: Migration;
  readonly durationMs: number;
  /** The strongest first. */
  readonly locks: readonly { readonly relation: string; readonly mode: string }[];
  readonly rewritten: readonly string[];
  readonly rows: readonly {
    readonly table: string;
    readonly inserted: number;
    readonly updated: number;
    readonly deleted: number;
  }[];
  /** Statements that Postgres runs in no transaction: they were left out. */
  readonly leftOut: readonly string[];
}

export interface RehearseOptions {
  readonly database: Database;
  readonly lock: MigrationLock;
  readonly migrations: readonly Migration[];
  readonly direction: Direction;
  /** Statements that make what the migrations count on, where it is not there. */
  readonly ground: readonly string[];
}

/** Runs migrations in one transaction, sees what they do, and rolls all of it back. The locks are real while it runs. */
export async function rehearse({
  database,
  lock,
  migrations,
  direction,
  ground,
}: RehearseOptions): Promise<readonly Rehearsed[]> {
  return withDataSource(database, 'retort rehearse', async (dataSource) => {
    const queryRunner = dataSource.createQueryRunner();
    try {
      await queryRunner.startTransaction();
      await layGround((sql) => queryRunner.query(sql), ground);
      const done: Rehearsed[] = [];
      for (const migration of migrations) {
        await queryRunner.query(
          `${ownIdentity}; ${resetSession}; ${renderLimits({ ...defaultPatience, ...lock }, 'transaction')}`,
        );
        done.push(await rehearseOne(queryRunner, migration, direction));
      }
      return done;
    } finally {
      if (queryRunner.isTransactionActive) await queryRunner.rollbackTransaction();
      await queryRunner.release();
    }
  });
}

async function rehearseOne(
  queryRunner: QueryRunner,
  migration: Migration,
  direction: Direction,
): Promise<Rehearsed> {
  const query: RunQuery = queryRunner.query.bind(queryRunner);
  const before = await look(query);
  const leftOut: string[] = [];
  const startedAtMs = performance.now();
  const stop = interceptQueries(queryRunner, async ({ sql }, run) => {
    await query('SAVEPOINT retort_rehearsal');
    try {
      return await run();
    } catch (error) {
      if (errorCode(error) !== '25001') throw error;
      await query('ROLLBACK TO SAVEPOINT retort_rehearsal');
      leftOut.push(sql);
      return [];
    }
  });
  try {
    await migration.instance[direction](queryRunner);
  } catch (error) {
    throw explainMigrationError(error, { migration, direction, rerun: 'the same command' }, 'nothing');
  } finally {
    stop();
  }
  const durationMs = performance.now() - startedAtMs;
  return { migration, durationMs, leftOut, ...compare(before, await look(query)) };
}

interface Look {
  readonly locks: readonly { readonly relation: string; readonly oid: string; readonly mode: string }[];
  /** The file of each table, by its oid. */
  readonly files: ReadonlyMap<string, { readonly name: string; readonly file: string }>;
  readonly rows: ReadonlyMap<string, { inserted: number; updated: number; deleted: number }>;
}

const ours = `n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_t%'`;

async function look(query: RunQuery): Promise<Look> {
  const locks = await query(
    `SELECT c.oid::regclass::text AS relation, c.oid::text AS oid, l.mode
       FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_class c ON c.oid = l.relation JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE l.pid = pg_catalog.pg_backend_pid() AND l.locktype = 'relation' AND l.granted AND c.relkind IN ('r', 'p', 'm', 'f') AND ${ours}`,
  );
  const files = await query(
    `SELECT c.oid::text AS oid, c.oid::regclass::text AS name, pg_catalog.pg_relation_filenode(c.oid)::text AS file
       FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'm') AND ${ours}`,
  );
  const rows = await query(
    `SELECT relid::regclass::text AS name, n_tup_ins, n_tup_upd, n_tup_del FROM pg_catalog.pg_stat_xact_user_tables
      WHERE n_tup_ins + n_tup_upd + n_tup_del > 0`,
  );
  return {
    locks: locks.map((row) => ({
      relation: String(row.relation),
      oid: String(row.oid),
      mode: String(row.mode),
    })),
    files: new Map(files.map((row) => [String(row.oid), { name: String(row.name), file: String(row.file) }])),
    rows: new Map(
      rows.map((row) => [
        String(row.name),
        { inserted: Number(row.n_tup_ins), updated: Number(row.n_tup_upd), deleted: Number(row.n_tup_del) },
      ]),
    ),
  };
}

const strongestFirst = [
  'AccessExclusiveLock',
  'ExclusiveLock',
  'ShareRowExclusiveLock',
  'ShareLock',
  'ShareUpdateExclusiveLock',
  'RowExclusiveLock',
  'RowShareLock',
  'AccessShareLock',
];

/** Of tables that were there before: nobody waits for one that is new. */
function compare(before: Look, after: Look): Pick<Rehearsed, 'locks' | 'rewritten' | 'rows'> {
  const rank = ({ mode }: { readonly mode: string }) => strongestFirst.indexOf(mode);
  const held = new Set(before.locks.map(({ oid, mode }) => `${oid} ${mode}`));
  return {
    locks: after.locks
      .filter(({ oid, mode }) => before.files.has(oid) && !held.has(`${oid} ${mode}`))
      .sort((a, b) => rank(a) - rank(b) || (a.relation < b.relation ? -1 : 1))
      .map(({ relation, mode }) => ({ relation, mode })),
    rewritten: [...before.files]
      .filter(([oid, { file }]) => after.files.has(oid) && after.files.get(oid)?.file !== file)
      .map(([, { name }]) => name)
      .sort(),
    rows: [...after.rows].flatMap(([table, counts]) => {
      const earlier = before.rows.get(table) ?? { inserted: 0, updated: 0, deleted: 0 };
      const changed = {
        inserted: counts.inserted - earlier.inserted,
        updated: counts.updated - earlier.updated,
        deleted: counts.deleted - earlier.deleted,
      };
      return changed.inserted + changed.updated + changed.deleted > 0 ? [{ table, ...changed }] : [];
    }),
  };
}
