import type { Schema } from '../schema/schema';
import type { TypeormMetadata } from '../schema/typeorm-metadata';
import type { Part } from './find-part';
import { foreignKeyUnit, metadataUnits, namedUnit, UnitBook, type UnitKey } from './unit';
import { unitKeys } from './unit-values';

/** Nothing but the part, and all namespaces and extensions: what an operator class comes from is not recorded. */
export function restrictSchema(schema: Schema, part: Part): Schema {
  const only = <Value>(values: readonly Value[], keyOf: (value: Value) => UnitKey) =>
    values.filter((value) => part.has(keyOf(value)));
  const book = UnitBook.of(schema);
  return {
    namespaces: schema.namespaces,
    extensions: schema.extensions,
    enums: only(schema.enums, unitKeys.enums),
    domains: only(schema.domains, unitKeys.domains),
    composites: only(schema.composites, unitKeys.composites),
    ranges: only(schema.ranges, unitKeys.ranges),
    sequences: only(schema.sequences, unitKeys.sequences),
    routines: only(schema.routines, unitKeys.routines),
    tables: only(schema.tables, (table) => namedUnit('table', table)).map((table) => ({
      ...table,
      constraints: table.constraints.filter(
        ({ kind, name }) => kind !== 'foreignKey' || part.has(foreignKeyUnit(table, name)),
      ),
    })),
    views: only(schema.views, unitKeys.views),
    materializedViews: only(schema.materializedViews, unitKeys.materializedViews),
    statistics: only(schema.statistics, unitKeys.statistics),
    typeormMetadata: restrictMetadata(schema, part),
    unmodelled: schema.unmodelled,
    unmodelledNeeds: schema.unmodelledNeeds.filter(({ on }) => isWithin(part, book.unitOf(on))),
    access: schema.access.filter(({ on }) => isWithin(part, book.unitOf(on))),
    dependencies: schema.dependencies.filter(
      ({ dependent, on }) => isWithin(part, book.unitOf(dependent)) && isWithin(part, book.unitOf(on)),
    ),
  };
}

/** In the part, or with every part. */
export function isWithin(part: Part, unit: UnitKey): boolean {
  return part.has(unit) || unit.startsWith('extension ') || unit.startsWith('namespace ');
}

export function restrictMetadata({ typeormMetadata }: Schema, part: Part): TypeormMetadata | null {
  if (typeormMetadata === null) return null;
  const rows = typeormMetadata.rows.filter((row) => metadataUnits(row).some((unit) => part.has(unit)));
  return { ...typeormMetadata, rows };
}
