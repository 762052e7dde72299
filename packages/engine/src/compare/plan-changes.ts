import { isDeepStrictEqual } from 'node:util';
import { parseAnswers } from '../answers/answers';
import { type Cache, cacheIn, cacheKey } from '../cache/cache-folder';
import { engineIdentity } from '../cache/engine-identity';
import { areStill, historyKey, type KeyedMigration, writtenMigration } from '../cache/history-key';
import { readServerIdentity, type ServerIdentity } from '../cache/server-identity';
import { withConnection } from '../connect/connect';
import { buildDesired } from '../desired/build-desired';
import type { Desired } from '../desired/desired';
import { type FoundDesired, findDesired } from '../desired/find-desired';
import { readOptionsOf } from '../desired/read-options-of';
import { type Planned, planBetween } from '../pipeline/plan-between';
import { tablesUnderNewNames } from '../plan/renames/new-names';
import { type Origin, originAt, tablesWithRows } from '../prove/origin';
import { readSchema, readSchemaInTransaction } from '../read/read-schema';
import { withHistoryDatabase } from '../replay/with-history-database';
import { nameKey } from '../schema/name-key';
import type { QualifiedName } from '../schema/qualified-name';
import type { Schema } from '../schema/schema';
import { renderSchemaFile } from '../schema-file/render-history-schema';
import { abortable } from '../scratch/abortable';
import { type CompareOptions, historyOf } from './compare-options';
import { type Workbench, withWorkbench } from './workbench';

export interface Changes extends Planned {
  /** What the history made. */
  readonly origin: Origin;
  /** What was not known: whether the history was replayed, and how much of the desired schema was made. */
  readonly asked: { readonly replayed: boolean; readonly made: FoundDesired['made'] };
  /** The text of `schema.sql` for a schema. */
  readonly renderSchema: (schema: Schema) => string;
  /** Remembers what the history makes with these files, to which a plan was written. */
  readonly keep: (written: readonly string[], schema: Schema) => void;
}

/** What a history was found to make. */
interface HistoryRecord {
  /** The key of the schema. */
  readonly schema: string;
  readonly tablesWithRows: readonly QualifiedName[];
}

export interface PlanOptions extends CompareOptions {
  /** What was opened on `server` before the rest was known, and is not used for anything else. */
  readonly workbench?: Promise<Workbench> | undefined;
}

/** Plans the way from the history to the models, and proves it. What Postgres answered before is not asked again. */
export async function planChanges(options: PlanOptions): Promise<Changes> {
  const plan = async (opened: Promise<Workbench>) => {
    const bench = await opened;
    const { entities, cacheFolder } = options;
    const asked = await bench.identity;
    const server = asked.hidesSettings ? await bench.slot.tryOut(readServerIdentity) : asked;
    return cacheFolder === undefined || !server.isPlain || saysHowToConnect(entities.extra)
      ? planUncached(options, bench)
      : planCached(options, bench, cacheIn(cacheFolder), server);
  };
  const { server, signal, workbench } = options;
  return workbench === undefined ? withWorkbench(server, { signal }, plan) : plan(workbench);
}

/** Settings of the connection decide where names without a schema go; what cannot be told cannot be part of a key. */
function saysHowToConnect(extra: unknown): boolean {
  if (typeof extra !== 'object' || extra === null) return false;
  return Object.entries(extra).some(
    ([name, value]) => name === 'options' || (typeof value === 'object' && value !== null),
  );
}

async function planUncached(options: CompareOptions, bench: Workbench): Promise<Changes> {
  const { entities, sql = [], server, signal } = options;
  const read = readOptionsOf(entities);
  return withHistoryDatabase(historyOf(options), async (url) => {
    const schema = await withConnection(url, (client) => readSchema(client, read));
    const origin = originAt(url, schema, server, { signal });
    const desired = await buildDesired({
      entities,
      sql,
      scratch: server,
      like: likeOf(options, schema),
      read,
      signal,
    });
    const asked = { replayed: true, made: 'whole' } as const;
    return {
      ...(await between(options, origin, desired, bench)),
      origin,
      asked,
      renderSchema: renderSchemaFile,
      keep: () => undefined,
    };
  });
}

async function planCached(
  options: CompareOptions,
  bench: Workbench,
  cache: Cache,
  server: ServerIdentity,
): Promise<Changes> {
  const { slot } = bench;
  const { entities, sql = [], history } = options;
  const read = readOptionsOf(entities);
  const identity = cacheKey(engineIdentity(), server.all);
  const keyOf = (migrations: readonly KeyedMigration[]) =>
    historyKey([identity, entities.schema, read], migrations);
  const key = keyOf(history.migrations);

  const plan = async (origin: Origin, filled: readonly QualifiedName[], replayed: boolean) => {
    const desired = await findDesired({
      entities,
      sql,
      read,
      cache,
      server,
      identity,
      slot,
      connection: bench.server,
      like: likeOf(options, origin.schema),
      scratch: options.server,
      signal: options.signal,
    });
    return {
      ...(await between(options, origin, desired, bench)),
      origin,
      asked: { replayed, made: desired.made },
      renderSchema: (schema: Schema) => renderedSchema(cache, identity, schema),
      keep(written: readonly string[], schema: Schema) {
        const next = keyOf([...history.migrations, ...written.map(writtenMigration)]);
        // Which tables have rows is known where none has.
        if (next === undefined || filled.length > 0) return;
        // What the history makes is then what the models mean: one schema is kept for both.
        const isDesired = isDeepStrictEqual(schema, desired.schema);
        keepHistory(cache, next, isDesired ? desired.schema : schema, []);
      },
    };
  };

  const known = key === undefined ? undefined : readHistoryRecord(cache, key);
  if (known !== undefined) return plan(replayedOnDemand(options, known), known.rows, false);
  if (key !== undefined && history.migrations.length === 0 && entities.schema === undefined) {
    const schema = await slot.tryOut((client) => readSchemaInTransaction(client, read));
    keepHistory(cache, key, schema, []);
    return plan(replayedOnDemand(options, { schema, rows: [] }), [], true);
  }
  return withHistoryDatabase({ ...historyOf(options), connection: bench.server }, async (url) => {
    const { schema, rows } = await withConnection(url, async (client) => {
      const found = await readSchema(client, read);
      return { schema: found, rows: await tablesWithRows(client, found.tables) };
    });
    if (key !== undefined && areStill(history.migrations)) keepHistory(cache, key, schema, rows);
    return plan(originAt(url, schema, options.server, { signal: options.signal }), rows, true);
  });
}

/** What a history is known to make: it is replayed only where somebody needs the database itself. */
function replayedOnDemand(
  options: CompareOptions,
  { schema, rows }: { readonly schema: Schema; readonly rows: readonly QualifiedName[] },
): Origin {
  const names = new Set(rows.map(nameKey));
  return {
    schema,
    hasRows: (tables) => Promise.resolve(tables.some((table) => names.has(nameKey(table)))),
    withDatabase: (use) =>
      withHistoryDatabase(historyOf(options), (url) => abortable(use(url), options.signal)),
  };
}

/** Columns are in the order of the history's, under the names that they will have. */
function likeOf({ answers = {}, entities }: CompareOptions, schema: Schema): Schema {
  return tablesUnderNewNames(parseAnswers(answers), schema, entities.schema ?? 'public');
}

async function between(
  { answers = {}, entities, online = true, live, server: url, signal }: CompareOptions,
  origin: Origin,
  desired: Desired,
  { slot, server }: Workbench,
): Promise<Planned> {
  // No database can be made on a connection that is in a transaction, as the one in use will be.
  await slot.settled();
  const planned = await planBetween(
    {
      origin,
      desired,
      online,
      signal,
      live: live === url ? { url, client: server } : live === undefined ? undefined : { url: live },
      answers: parseAnswers(answers),
      defaultSchema: entities.schema ?? 'public',
      read: readOptionsOf(entities),
    },
    slot,
  );
  slot.release();
  return planned;
}

function renderedSchema(cache: Cache, identity: string, schema: Schema): string {
  const key = cacheKey(identity, cache.keep('schema', schema));
  const known = cache.read<{ readonly text: string }>('text', key);
  if (known !== undefined) return known.text;
  const text = renderSchemaFile(schema);
  cache.write('text', key, { text });
  return text;
}

function readHistoryRecord(
  cache: Cache,
  key: string,
): { readonly schema: Schema; readonly rows: readonly QualifiedName[] } | undefined {
  const record = cache.read<HistoryRecord>('history', key);
  const schema = record === undefined ? undefined : cache.read<Schema>('schema', record.schema);
  return record === undefined || schema === undefined ? undefined : { schema, rows: record.tablesWithRows };
}

function keepHistory(cache: Cache, key: string, schema: Schema, rows: readonly QualifiedName[]): void {
  const tablesOfRows = rows.map(({ schema: namespace, name }) => ({ schema: namespace, name }));
  const record: HistoryRecord = { schema: cache.keep('schema', schema), tablesWithRows: tablesOfRows };
  cache.write('history', key, record);
}
