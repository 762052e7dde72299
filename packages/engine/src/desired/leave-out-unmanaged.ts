import { columnKey, nameKey } from '../schema/name-key';
import type { QualifiedName } from '../schema/qualified-name';
import type { Schema } from '../schema/schema';
import type { Unmanaged } from './desired';

/** The schema without what TypeORM was told to leave alone, so that neither side of a comparison has it. */
export function leaveOutUnmanaged(schema: Schema, { tables, enums, indexes }: Unmanaged): Schema {
  // The same object, so that what is compared with itself is not compared at all.
  if (tables.length + enums.length + indexes.length === 0) return schema;
  const isOutside = (names: readonly QualifiedName[]) => {
    const keys = new Set(names.map(nameKey));
    return (object: QualifiedName) => !keys.has(nameKey(object));
  };
  const isManaged = isOutside(tables);
  const left = new Set(
    indexes.map((index) => columnKey({ schema: index.schema, name: index.table }, index.name)),
  );
  return {
    ...schema,
    enums: schema.enums.filter(isOutside(enums)),
    tables: schema.tables.filter(isManaged).map((table) => ({
      ...table,
      indexes: table.indexes.filter(({ name }) => !left.has(columnKey(table, name))),
    })),
    views: schema.views.filter(isManaged),
    materializedViews: schema.materializedViews.filter(isManaged),
  };
}
