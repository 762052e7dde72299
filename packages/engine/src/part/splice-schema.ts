import { compareText, sortByName, sortByQualifiedName } from '../read/by-name';
import { compareMetadataRows } from '../read/catalogs/read-typeorm-metadata';
import { findNamed } from '../schema/find-named';
import { addressKey } from '../schema/object-address';
import type { QualifiedName } from '../schema/qualified-name';
import type { Schema } from '../schema/schema';
import type { Table } from '../schema/table';
import type { Part } from './find-part';
import { isWithin, restrictMetadata } from './restrict-schema';
import { foreignKeyUnit, namedUnit, UnitBook, type UnitKey } from './unit';
import { unitKeys } from './unit-values';

/** A schema in which `part` was replaced by what came of it, `made`; all that is outside the part is as it was. */
export function spliceSchema(schema: Schema, part: Part, made: Schema): Schema {
  const rest = <Value>(values: readonly Value[], keyOf: (value: Value) => UnitKey) =>
    values.filter((value) => !part.has(keyOf(value)));
  const book = UnitBook.of(schema);
  return {
    namespaces: made.namespaces,
    extensions: made.extensions,
    enums: named(rest(schema.enums, unitKeys.enums), made.enums),
    domains: named(rest(schema.domains, unitKeys.domains), made.domains),
    composites: named(rest(schema.composites, unitKeys.composites), made.composites),
    ranges: named(rest(schema.ranges, unitKeys.ranges), made.ranges),
    sequences: named(rest(schema.sequences, unitKeys.sequences), made.sequences),
    routines: [...rest(schema.routines, unitKeys.routines), ...made.routines].sort(
      (a, b) =>
        compareText(a.schema, b.schema) ||
        compareText(a.name, b.name) ||
        compareText(a.identityArguments, b.identityArguments),
    ),
    tables: named(
      rest(schema.tables, (table) => namedUnit('table', table)),
      made.tables.map((table) => withForeignKeysOutside(part, table, schema.tables)),
    ),
    views: named(rest(schema.views, unitKeys.views), made.views),
    materializedViews: named(
      rest(schema.materializedViews, unitKeys.materializedViews),
      made.materializedViews,
    ),
    statistics: named(rest(schema.statistics, unitKeys.statistics), made.statistics),
    typeormMetadata: spliceMetadata(schema, part, made),
    unmodelled: made.unmodelled,
    unmodelledNeeds: made.unmodelledNeeds,
    access: [...schema.access.filter(({ on }) => !isWithin(part, book.unitOf(on))), ...made.access].sort(
      (a, b) => compareText(addressKey(a.on), addressKey(b.on)),
    ),
    dependencies: [
      ...schema.dependencies.filter(
        ({ dependent, on }) => !isWithin(part, book.unitOf(dependent)) || !isWithin(part, book.unitOf(on)),
      ),
      ...made.dependencies,
    ]
      .map(
        (dependency) =>
          [`${addressKey(dependency.dependent)} ${addressKey(dependency.on)}`, dependency] as const,
      )
      .sort(([a], [b]) => compareText(a, b))
      .map(([, dependency]) => dependency),
  };
}

function named<Value extends QualifiedName>(
  outside: readonly Value[],
  within: readonly Value[],
): readonly Value[] {
  return sortByQualifiedName([...outside, ...within]);
}

/** A table of the part is made without the foreign keys that point out of it. */
function withForeignKeysOutside(part: Part, table: Table, before: readonly Table[]): Table {
  const outside = (findNamed(before, table)?.constraints ?? []).filter(
    ({ kind, name }) => kind === 'foreignKey' && !part.has(foreignKeyUnit(table, name)),
  );
  return outside.length === 0
    ? table
    : { ...table, constraints: sortByName([...table.constraints, ...outside]) };
}

function spliceMetadata(schema: Schema, part: Part, made: Schema): Schema['typeormMetadata'] {
  const { typeormMetadata } = made;
  if (schema.typeormMetadata === null || typeormMetadata === null) return typeormMetadata;
  const within = new Set(restrictMetadata(schema, part)?.rows);
  const outside = schema.typeormMetadata.rows.filter((row) => !within.has(row));
  return { ...typeormMetadata, rows: [...outside, ...typeormMetadata.rows].sort(compareMetadataRows) };
}
