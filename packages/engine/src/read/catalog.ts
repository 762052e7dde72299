import { hash } from 'node:crypto';
import type { QueryResultRow } from 'pg';
import type { RareKind } from './catalogs/read-kinds';
import type { Send } from './send-in-turn';

/** A snapshot of the system catalog, and which part of it is read. */
export interface Catalog {
  /** As `server_version_num` has it, less the minor: `14`, `18`. */
  readonly major: number;
  /** The oids of the schemas that are read. */
  readonly namespaces: readonly number[];
  /** Of the others there is nothing in the database. */
  readonly kinds: ReadonlySet<RareKind>;
  /** Sent at once: what is asked for together is answered in one trip. */
  query<Row extends QueryResultRow>(sql: string, values: readonly unknown[]): Promise<readonly Row[]>;
}

/** An object of the catalog, still with its oid: dependencies are told by oids. */
export interface CatalogObject<T> {
  readonly oid: number;
  readonly value: T;
}

/** What belongs to a relation: a column, an index, a trigger. */
export interface RelationPart<T> extends CatalogObject<T> {
  readonly relation: number;
}

export interface CatalogOptions {
  readonly major: number;
  readonly namespaces: readonly number[];
  readonly kinds: ReadonlySet<RareKind>;
  /** The connection reads more than once, and has no pooler before it: its queries are compiled once. */
  readonly prepared: boolean;
}

export function catalogOf(send: Send, { prepared, ...catalog }: CatalogOptions): Catalog {
  return {
    ...catalog,
    async query<Row extends QueryResultRow>(sql: string, values: readonly unknown[]) {
      const query = { text: sql, values: [...values] };
      const { rows } = await send<Row>(prepared ? { name: nameOf(sql), ...query } : query);
      return rows;
    },
  };
}

const names = new Map<string, string>();

/** The name of a prepared statement: 63 bytes tell it from another. */
function nameOf(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  const name = `retort_${hash('sha256', sql).slice(0, 32)}`;
  names.set(sql, name);
  return name;
}
