import type { EntityMetadata } from 'typeorm';
import { findNamed } from '../schema/find-named';
import type { Schema } from '../schema/schema';
import { keyOrder, keyOrdersOf } from './share-tables';

/**
 * Puts the columns of each entity in the order that `like` has them, new ones last, as `ADD COLUMN` will. Postgres cannot
 * reorder columns, and `SELECT *` in a view follows their order: without this the same view would differ for ever.
 */
export function orderColumns(
  metadatas: readonly EntityMetadata[],
  like: Schema,
  defaultSchema: string,
): void {
  for (const metadata of metadatas) {
    const table = findNamed(like.tables, {
      schema: metadata.schema ?? defaultSchema,
      name: metadata.tableName,
    });
    if (table === undefined) continue;
    const positions = new Map(table.columns.map(({ name }, position) => [name, position]));
    const positionOf = (name: string) => positions.get(name) ?? Number.POSITIVE_INFINITY;
    const ordered = [...metadata.columns].sort((a, b) => {
      const [left, right] = [positionOf(a.databaseName), positionOf(b.databaseName)];
      return left === right ? 0 : left - right;
    });
    // TypeORM takes the order of a primary key from the order of the columns: there it has a meaning.
    if (keyOrdersOf(metadata).includes(keyOrder(ordered))) metadata.columns = ordered;
  }
}
