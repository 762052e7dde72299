import type { QualifiedName } from '../schema/qualified-name';
import type { Schema } from '../schema/schema';
import type { Unmanaged } from './desired';

/** The schema without what TypeORM was told to leave alone, so that neither side of a comparison has it. */
export function leaveOutUnmanaged(schema: Schema, { tables, enums, indexes }: Unmanaged): Schema {
  // The same object, so that what is compared with itself is not compared at all.
  if (tables.length + enums.length + indexes.length === 0) return schema;
  const isManaged = (object: QualifiedName) => !isAmong(tables, object);
  return {
    ...schema,
    enums: schema.enums.filter((object) => !isAmong(enums, object)),
    tables: schema.tables.filter(isManaged).map((table) => ({
      ...table,
      indexes: table.indexes.filter(
        ({ name }) =>
          !indexes.some(
            (index) => index.schema === table.schema && index.table === table.name && index.name === name,
          ),
      ),
    })),
    views: schema.views.filter(isManaged),
    materializedViews: schema.materializedViews.filter(isManaged),
  };
}

function isAmong(names: readonly QualifiedName[], { schema, name }: QualifiedName): boolean {
  return names.some((other) => other.schema === schema && other.name === name);
}
