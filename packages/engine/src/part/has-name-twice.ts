import type { Schema } from '../schema/schema';

/**
 * Whether two things have the same name of those that have their names from one set: relations and types. Where one was
 * made without the other in sight, Postgres would have refused it or called it otherwise.
 */
export function hasNameTwice(schema: Schema): boolean {
  const named = [
    schema.tables,
    schema.views,
    schema.materializedViews,
    schema.sequences,
    schema.enums,
    schema.domains,
    schema.composites,
    schema.ranges,
  ].flatMap((objects) => objects.map(({ schema: namespace, name }) => JSON.stringify([namespace, name])));
  const ofTables = schema.tables.flatMap(({ schema: namespace, columns, constraints, indexes }) => [
    ...indexes.map(({ name }) => JSON.stringify([namespace, name])),
    ...constraints
      .filter(({ kind }) => kind !== 'foreignKey' && kind !== 'check')
      .map(({ name }) => JSON.stringify([namespace, name])),
    ...columns.flatMap(({ value }) =>
      value.kind === 'serial' || value.kind === 'identity'
        ? [JSON.stringify([value.sequence.schema, value.sequence.name])]
        : [],
    ),
  ]);
  const ofViews = schema.materializedViews.flatMap(({ schema: namespace, indexes }) =>
    indexes.map(({ name }) => JSON.stringify([namespace, name])),
  );
  const all = [...named, ...ofTables, ...ofViews];
  return new Set(all).size < all.length;
}
