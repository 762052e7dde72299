import { isDeepStrictEqual } from 'node:util';
import { type Cache, cacheKey } from '../cache/cache-folder';
import { engineIdentity } from '../cache/engine-identity';
import { areStill, historyKey, type KeyedMigration, writtenMigration } from '../cache/history-key';
import type { ServerIdentity } from '../cache/server-identity';
import { withConnection } from '../connect/connect';
import { findDesired } from '../desired/find-desired';
import { readOptionsOf } from '../desired/read-options-of';
import { type Origin, originAt, tablesWithRows } from '../prove/origin';
import type { ReadOptions } from '../read/read-schema';
import { readSchema, readSchemaInTransaction } from '../read/read-schema';
import { withHistoryDatabase } from '../replay/with-history-database';
import { nameKey } from '../schema/name-key';
import type { QualifiedName } from '../schema/qualified-name';
import type { Schema } from '../schema/schema';
import { renderSchemaFile } from '../schema-file/render-history-schema';
import { abortable } from '../scratch/abortable';
import type { Changes } from './changes';
import { type CompareOptions, historyOf } from './compare-options';
import { keepHistoryRecord, type MadeByHistory, readHistoryRecord } from './history-record';
import { likeOf, planOnWorkbench } from './plan-on-workbench';
import type { Workbench } from './workbench';

/** What was kept under `identity`, and what is asked of the server, `server`, where it was not. */
interface Kept {
  readonly cache: Cache;
  readonly server: ServerIdentity;
  /** Of all that Postgres's answers follow from, but the files. */
  readonly identity: string;
  /** Undefined where what a history makes may follow from more than its files. */
  readonly keyOf: (migrations: readonly KeyedMigration[]) => string | undefined;
}

/** Plans from what is known of the history, which is replayed where it is not, and of the models. */
export async function planCached(
  options: CompareOptions,
  bench: Workbench,
  cache: Cache,
  server: ServerIdentity,
): Promise<Changes> {
  const { entities, history } = options;
  const read = readOptionsOf(entities);
  const identity = cacheKey(engineIdentity(), server.all);
  const keyOf = (migrations: readonly KeyedMigration[]) =>
    historyKey([identity, entities.schema, read], migrations);
  const kept: Kept = { cache, server, identity, keyOf };
  const key = keyOf(history.migrations);

  const known = key === undefined ? undefined : readHistoryRecord(cache, key);
  if (known !== undefined) {
    return planKept(options, bench, kept, {
      origin: replayedOnDemand(options, known),
      rows: known.rows,
      replayed: false,
    });
  }
  if (key !== undefined && history.migrations.length === 0 && entities.schema === undefined) {
    const schema = await bench.slot.tryOut((client) => readSchemaInTransaction(client, read));
    const made = { schema, rows: [] };
    keepHistoryRecord(cache, key, made);
    return planKept(options, bench, kept, {
      origin: replayedOnDemand(options, made),
      rows: [],
      replayed: true,
    });
  }
  return withHistoryDatabase({ ...historyOf(options), connection: bench.server }, async (url) => {
    const made = await readMade(url, read);
    if (key !== undefined && areStill(history.migrations)) keepHistoryRecord(cache, key, made);
    const origin = originAt(url, made.schema, options.server, { signal: options.signal });
    return planKept(options, bench, kept, { origin, rows: made.rows, replayed: true });
  });
}

async function readMade(url: string, read: ReadOptions): Promise<MadeByHistory> {
  return withConnection(url, async (client) => {
    const schema = await readSchema(client, read);
    return { schema, rows: await tablesWithRows(client, schema.tables) };
  });
}

interface Start {
  readonly origin: Origin;
  readonly rows: readonly QualifiedName[];
  readonly replayed: boolean;
}

async function planKept(
  options: CompareOptions,
  bench: Workbench,
  { cache, server, identity, keyOf }: Kept,
  { origin, rows, replayed }: Start,
): Promise<Changes> {
  const { entities, sql = [], history } = options;
  const desired = await findDesired({
    entities,
    sql,
    read: readOptionsOf(entities),
    cache,
    server,
    identity,
    slot: bench.slot,
    connection: bench.server,
    like: likeOf(options, origin.schema),
    scratch: options.server,
    signal: options.signal,
  });
  return {
    ...(await planOnWorkbench(options, origin, desired, bench)),
    origin,
    asked: { replayed, made: desired.made },
    renderSchema: (schema) => renderedSchema(cache, identity, schema),
    keep(written, schema) {
      const next = keyOf([...history.migrations, ...written.map(writtenMigration)]);
      // Which tables have rows is known where none has.
      if (next === undefined || rows.length > 0) return;
      // What the history makes is then what the models mean: one schema is kept for both.
      const isDesired = isDeepStrictEqual(schema, desired.schema);
      keepHistoryRecord(cache, next, { schema: isDesired ? desired.schema : schema, rows: [] });
    },
  };
}

/** What a history is known to make: it is replayed only where somebody needs the database itself. */
function replayedOnDemand(options: CompareOptions, { schema, rows }: MadeByHistory): Origin {
  const names = new Set(rows.map(nameKey));
  return {
    schema,
    hasRows: (tables) => Promise.resolve(tables.some((table) => names.has(nameKey(table)))),
    withDatabase: (use) =>
      withHistoryDatabase(historyOf(options), (url) => abortable(use(url), options.signal)),
  };
}

function renderedSchema(cache: Cache, identity: string, schema: Schema): string {
  const key = cacheKey(identity, cache.keep('schema', schema));
  const known = cache.read<{ readonly text: string }>('text', key);
  if (known !== undefined) return known.text;
  const text = renderSchemaFile(schema);
  cache.write('text', key, { text });
  return text;
}
