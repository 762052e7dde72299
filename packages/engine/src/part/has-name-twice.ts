import { sequenceOf } from '../schema/column';
import { hasIndex } from '../schema/constraint';
import { nameKey } from '../schema/name-key';
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
  ].flatMap((objects) => objects.map(nameKey));
  const ofTables = schema.tables.flatMap(({ schema: namespace, columns, constraints, indexes }) => [
    ...indexes.map(({ name }) => nameKey({ schema: namespace, name })),
    ...constraints.filter(hasIndex).map(({ name }) => nameKey({ schema: namespace, name })),
    ...columns.flatMap(({ value }) => {
      const sequence = sequenceOf(value);
      return sequence === null ? [] : [nameKey(sequence)];
    }),
  ]);
  const ofViews = schema.materializedViews.flatMap(({ schema: namespace, indexes }) =>
    indexes.map(({ name }) => nameKey({ schema: namespace, name })),
  );
  const all = [...named, ...ofTables, ...ofViews];
  return new Set(all).size < all.length;
}
