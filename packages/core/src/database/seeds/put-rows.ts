import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import type { TableCount } from './seed';

export interface RowsToPut<Entity extends ObjectLiteral> {
  /** The properties by which a row is known: those of a unique constraint. */
  readonly by: readonly (keyof Entity & string)[];
  readonly rows: readonly QueryDeepPartialEntity<Entity>[];
}

/** Inserts the rows that are not there, updates those that differ, and does not touch the others. */
export async function putRows<Entity extends ObjectLiteral>(
  manager: EntityManager,
  target: EntityTarget<Entity>,
  { by, rows }: RowsToPut<Entity>,
): Promise<TableCount> {
  const metadata = manager.connection.getMetadata(target);
  const known = metadata.mapPropertyPathsToColumns([...by]);
  const given = metadata.columns.filter(
    (column) => !known.includes(column) && rows.some((row) => column.getEntityValue(row) !== undefined),
  );
  const names = (columns: typeof known) => columns.map(({ databaseName }) => databaseName);
  const { raw } = await manager
    .createQueryBuilder()
    .insert()
    .into(target)
    .values([...rows])
    .orUpdate(names(given), names(known), { skipUpdateIfNoValuesChanged: true })
    .returning('old IS NULL AS inserted')
    .updateEntity(false)
    .execute();
  const touched: readonly { readonly inserted: boolean }[] = raw;
  const inserted = touched.filter((row) => row.inserted).length;
  return {
    table: metadata.tableName,
    inserted,
    updated: touched.length - inserted,
    unchanged: rows.length - touched.length,
  };
}
