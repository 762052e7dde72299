import { type Cache, cacheKey } from '../cache/cache-folder';
import type { UnitKey } from '../part/unit';
import { namedUnit } from '../part/unit';
import type { ReadOptions } from '../read/read-options';
import { groupEntries } from '../schema/group-by';
import type { Schema } from '../schema/schema';
import { type DeclaredSql, declaredText } from './declared-sql';
import type { EntityOptions } from './entity-options';
import type { EntityStatement, EntityStatements } from './entity-statements';

/** What is kept of a desired schema: the statements that it was made by, as hashes, and where the schema itself is kept. */
export interface DesiredRecord {
  /** Of all that is not a table's own. */
  readonly context: string;
  /** Of the statements of each table, its foreign keys included. */
  readonly tables: Readonly<Record<UnitKey, string>>;
  /** What the declared SQL made or changed; `null` where that is not known. */
  readonly declared: readonly UnitKey[] | null;
  readonly warnings: readonly string[];
  /** The key of the schema, as it was read. */
  readonly schema: string;
}

export type DesiredContent = Pick<DesiredRecord, 'context' | 'tables'>;

export interface ContentOptions {
  readonly identity: string;
  readonly entities: EntityOptions;
  readonly sql: readonly DeclaredSql[];
  readonly read: ReadOptions;
  readonly statements: EntityStatements;
  readonly unitOf: (metadata: NonNullable<EntityStatement['metadata']>) => UnitKey;
  /** What TypeORM finds that the entities need. */
  readonly extensions: unknown;
}

/** All that a desired schema follows from. */
export function desiredContent(options: ContentOptions): DesiredContent {
  const { identity, entities, sql, read, statements, unitOf } = options;
  const { installExtensions, uuidExtension, extensions, extra } = entities;
  const byTable = groupEntries(
    [...statements.tables, ...statements.foreignKeys].flatMap(({ sql: text, parameters, metadata }) =>
      metadata === null || isCreateType(text) ? [] : [[unitOf(metadata), [text, parameters]] as const],
    ),
  );
  const ownerless = statements.tables.filter(({ metadata }) => metadata === null);
  const context = cacheKey(
    identity,
    [installExtensions, uuidExtension, extensions, extra, options.extensions],
    sql.map(declaredText),
    read,
    statements.schemas,
    ownerless.map(({ sql: text, parameters }) => [text, parameters]),
    statements.views.map((view) => view.map(({ sql: text, parameters }) => [text, parameters])),
  );
  const tables = Object.fromEntries([...byTable].map(([unit, group]) => [unit, cacheKey(group)]));
  return { context, tables };
}

/** The key of a record: its tables in any order, and the labels of all enums. */
export function recordKey({ context, tables }: DesiredContent, { enums }: EntityStatements): string {
  const labels = enums.map((type) => [namedUnit('enum', type), type.labels]);
  return cacheKey(context, Object.entries(tables).sort(), labels.sort());
}

export interface KnownDesired {
  readonly record: DesiredRecord;
  readonly schema: Schema;
}

export function readRecord(cache: Cache, key: string): KnownDesired | undefined {
  const record = cache.read<DesiredRecord>('desired', key);
  const schema = record === undefined ? undefined : cache.read<Schema>('schema', record.schema);
  return record === undefined || schema === undefined ? undefined : { record, schema };
}

/** Of a kept schema, the record by which it is also found. */
interface RecordOfSchema {
  readonly record: string;
}

export function keepRecord(
  cache: Cache,
  key: string,
  record: Omit<DesiredRecord, 'schema'>,
  schema: Schema,
): void {
  const schemaKey = cache.keep('schema', schema);
  cache.write('desired', key, { ...record, schema: schemaKey });
  const ofSchema: RecordOfSchema = { record: key };
  cache.write('desiredOfSchema', schemaKey, ofSchema);
}

const looked = 4;
/** So many tables cost less than looking for another way. */
const few = 20;

/**
 * What was made of similar statements: `like` itself where it was, which is then compared with itself in all that did not
 * change; else the last.
 */
export function findBase(
  cache: Cache,
  { context, tables }: DesiredContent,
  like: Schema,
): KnownDesired | undefined {
  const likeKey = cache.keyOf(like);
  const ofLike =
    likeKey === undefined ? undefined : cache.read<RecordOfSchema>('desiredOfSchema', likeKey)?.record;
  const last = cache.keys('desired').slice(0, looked);
  const units = Object.keys(tables);
  for (const key of ofLike === undefined ? last : [ofLike, ...last]) {
    const record = cache.read<DesiredRecord>('desired', key);
    if (record?.context !== context) continue;
    const changed = units.filter((unit) => record.tables[unit] !== tables[unit]).length;
    const isWorthIt = changed <= few || changed * 2 < units.length;
    const schema = isWorthIt ? cache.read<Schema>('schema', record.schema) : undefined;
    if (schema !== undefined) return { record, schema };
  }
  return undefined;
}

/** Of TypeORM's statements, those that make an enum. */
export function isCreateType(text: string): boolean {
  return text.startsWith('CREATE TYPE ');
}
