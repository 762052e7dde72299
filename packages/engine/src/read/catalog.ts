import type { ClientBase, QueryResultRow } from 'pg';

/** A snapshot of the system catalog, and which part of it is read. */
export interface Catalog {
  /** As `server_version_num` has it, less the minor: `14`, `18`. */
  readonly major: number;
  /** The oids of the schemas that are read. */
  readonly namespaces: readonly number[];
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

export function catalogOf(client: ClientBase, major: number, namespaces: readonly number[]): Catalog {
  return {
    major,
    namespaces,
    async query(sql, values) {
      const { rows } = await client.query(sql, [...values]);
      return rows;
    },
  };
}
