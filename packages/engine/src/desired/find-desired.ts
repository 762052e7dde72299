import type { Client } from 'pg';
import type { EntityMetadata } from 'typeorm';
import type { Cache } from '../cache/cache-folder';
import type { ServerIdentity } from '../cache/server-identity';
import { withConnection } from '../connect/connect';
import { differingUnits } from '../part/find-part';
import { namedUnit } from '../part/unit';
import { type ReadOptions, readSchema } from '../read/read-schema';
import type { QualifiedName } from '../schema/qualified-name';
import type { Schema } from '../schema/schema';
import { abortable } from '../scratch/abortable';
import { withScratchDatabase } from '../scratch/scratch-database';
import type { ScratchSlot } from '../scratch/scratch-slot';
import { buildAtOnce } from './build-at-once';
import { buildPart } from './build-part';
import { collectEntityStatements } from './collect-entity-statements';
import { runDesired } from './create-desired';
import type { DeclaredSql } from './declared-sql';
import type { Desired, Unmanaged } from './desired';
import {
  type DesiredContent,
  type DesiredRecord,
  desiredContent,
  findBase,
  keepRecord,
  readRecord,
  recordKey,
} from './desired-record';
import type { EntityOptions } from './entity-options';
import type { EntityStatements } from './entity-statements';
import { forgottenEntities } from './forgotten-entities';
import { leaveOutUnmanaged } from './leave-out-unmanaged';
import { unmanagedOf } from './unmanaged-of';
import { type ConnectedDataSource, connectDescribed, describeEntities } from './with-data-source';

export interface FindDesiredOptions {
  readonly entities: EntityOptions;
  readonly sql: readonly DeclaredSql[];
  /** Whose order of columns is kept; see `orderColumns`. */
  readonly like: Schema;
  readonly read: ReadOptions;
  /** The server on which scratch databases are made. */
  readonly scratch: string;
  readonly slot: ScratchSlot;
  /** Connected to that server, and in no transaction. */
  readonly connection?: Client;
  readonly cache: Cache;
  readonly server: ServerIdentity;
  /** Of the engine and the server. */
  readonly identity: string;
  readonly signal?: AbortSignal | undefined;
}

export interface FoundDesired extends Desired {
  /** Whether all of it was known, or a part or the whole was made. */
  readonly made: 'nothing' | 'part' | 'whole';
}

/** What the entities and the declared SQL mean, as `buildDesired` says it: known already, or made as far as it is not. */
export async function findDesired(options: FindDesiredOptions): Promise<FoundDesired> {
  const { cache } = options;
  const wish = await describeWish(options);
  const { unmanaged, content, key } = wish;
  const found = (made: FoundDesired['made'], { schema, warnings }: Pick<Made, 'schema' | 'warnings'>) => ({
    schema: leaveOutUnmanaged(schema, unmanaged),
    unmanaged,
    made,
    warnings: [...forgottenEntities(wish.described.dataSource), ...warnings],
  });
  const known = readRecord(cache, key);
  if (known !== undefined) return found('nothing', { schema: known.schema, warnings: known.record.warnings });
  const part = await makePart(options, wish);
  const made = part ?? (await makeWhole(options, wish));
  const { schema, declared, warnings } = made;
  keepRecord(cache, key, { ...content, declared, warnings }, schema);
  return found(part === undefined ? 'whole' : 'part', made);
}

/** What the entities say before a server is asked what that means. */
interface Wish {
  readonly described: ConnectedDataSource;
  readonly statements: EntityStatements;
  readonly unmanaged: Unmanaged;
  readonly read: ReadOptions;
  readonly tableOf: (metadata: EntityMetadata) => QualifiedName;
  readonly content: DesiredContent;
  /** Of what is kept of it. */
  readonly key: string;
}

async function describeWish(options: FindDesiredOptions): Promise<Wish> {
  const { entities, sql, like, server, identity } = options;
  const described = await describeEntities(entities, server.version);
  const { dataSource } = described;
  const read = { metadataTable: dataSource.metadataTableName, ...options.read };
  const statements = await collectEntityStatements(dataSource, like);
  const unmanaged = unmanagedOf(dataSource, statements.unmanagedEnums);
  const defaultSchema = dataSource.driver.schema ?? 'public';
  const tableOf = ({ schema, tableName }: EntityMetadata) => ({
    schema: schema ?? defaultSchema,
    name: tableName,
  });
  const unitOf = (metadata: EntityMetadata) => namedUnit('table', tableOf(metadata));
  const extensions = await Reflect.apply(
    Reflect.get(dataSource.driver, 'checkMetadataForExtensions'),
    dataSource.driver,
    [],
  );
  const content = desiredContent({ identity, entities, sql, read, statements, unitOf, extensions });
  const key = recordKey(content, statements);
  return { described, statements, unmanaged, read, tableOf, content, key };
}

/** What a server made of it. */
interface Made {
  readonly schema: Schema;
  /** What the declared SQL made or changed; `null` where that is not known. */
  readonly declared: DesiredRecord['declared'];
  readonly warnings: readonly string[];
}

/** Where something similar is known, and the difference stands by itself. */
async function makePart(
  { cache, sql, like, slot }: FindDesiredOptions,
  { content, statements, tableOf, read }: Wish,
): Promise<Made | undefined> {
  const base = findBase(cache, content, like);
  if (base === undefined) return undefined;
  const { declared, warnings } = base.record;
  const schema = await buildPart({
    base: base.record,
    baseSchema: base.schema,
    content,
    statements,
    sql,
    tableOf,
    read,
    tryOut: slot.tryOut,
  });
  return schema === undefined ? undefined : { schema, declared, warnings };
}

/** In a transaction where that can be, else in a database of its own. */
async function makeWhole(options: FindDesiredOptions, wish: Wish): Promise<Made> {
  const { sql, slot, scratch, connection, signal } = options;
  const { described, statements, read } = wish;
  const made =
    (await buildAtOnce({ described, statements, sql, read, tryOut: slot.tryOut })) ??
    (await withScratchDatabase(scratch, ({ url }) => abortable(makeAt(url, options, wish), signal), {
      server: connection,
      signal,
    }));
  // What was tried twice may be said twice.
  return { ...made, warnings: [...new Set(made.warnings)] };
}

async function makeAt(
  url: string,
  { sql, like }: FindDesiredOptions,
  { described, statements, read }: Wish,
): Promise<Made> {
  return connectDescribed(described, url, async () => {
    let before: Schema | undefined;
    const ranAsTheyStand = await runDesired(described.dataSource, statements, {
      sql,
      extensions: like.extensions,
      beforeDeclared: async (client) => {
        before = await readSchema(client, read);
      },
    });
    const after = await withConnection(url, (client) => readSchema(client, read));
    return {
      schema: after,
      declared: ranAsTheyStand ? differingUnits(before ?? after, after) : null,
      warnings: [...described.warnings],
    };
  });
}
