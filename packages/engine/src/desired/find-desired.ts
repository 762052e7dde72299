import type { Client } from 'pg';
import type { EntityMetadata } from 'typeorm';
import type { Cache } from '../cache/cache-folder';
import type { ServerIdentity } from '../cache/server-identity';
import { withConnection } from '../connect/connect';
import { differingUnits } from '../part/find-part';
import { namedUnit } from '../part/unit';
import { type ReadOptions, readSchema } from '../read/read-schema';
import type { Schema } from '../schema/schema';
import { abortable } from '../scratch/abortable';
import { withScratchDatabase } from '../scratch/scratch-database';
import type { ScratchSlot } from '../scratch/scratch-slot';
import { buildAtOnce } from './build-at-once';
import { buildPart } from './build-part';
import { collectEntityStatements } from './collect-entity-statements';
import { runDesired } from './create-desired';
import type { DeclaredSql } from './declared-sql';
import type { Desired } from './desired';
import { desiredContent, findBase, keepRecord, readRecord, recordKey } from './desired-record';
import type { EntityOptions } from './entity-options';
import { forgottenEntities } from './forgotten-entities';
import { leaveOutUnmanaged } from './leave-out-unmanaged';
import { unmanagedOf } from './unmanaged-of';
import { connectDescribed, describeEntities } from './with-data-source';

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
  const { entities, sql, like, read: readOptions, cache, server, identity, slot } = options;
  const described = await describeEntities(entities, server.version);
  const { dataSource } = described;
  const read = { metadataTable: dataSource.metadataTableName, ...readOptions };
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
  const found = (made: FoundDesired['made'], schema: Schema, warnings: readonly string[]): FoundDesired => ({
    schema: leaveOutUnmanaged(schema, unmanaged),
    unmanaged,
    made,
    warnings: [...forgottenEntities(dataSource), ...warnings],
  });

  const known = readRecord(cache, key);
  if (known !== undefined) return found('nothing', known.schema, known.record.warnings);

  const base = findBase(cache, content, like);
  if (base !== undefined) {
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
    if (schema !== undefined) {
      const { declared, warnings } = base.record;
      keepRecord(cache, key, { ...content, declared, warnings }, schema);
      return found('part', schema, warnings);
    }
  }

  const makeWhole = (url: string) =>
    connectDescribed(described, url, async () => {
      let before: Schema | undefined;
      const ranAsTheyStand = await runDesired(dataSource, statements, {
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
  const { schema, declared, ...made } =
    (await buildAtOnce({ described, statements, sql, read, tryOut: slot.tryOut })) ??
    (await withScratchDatabase(options.scratch, ({ url }) => abortable(makeWhole(url), options.signal), {
      server: options.connection,
      signal: options.signal,
    }));
  // What was tried twice may be said twice.
  const warnings = [...new Set(made.warnings)];
  keepRecord(cache, key, { ...content, declared, warnings }, schema);
  return found('whole', schema, warnings);
}
