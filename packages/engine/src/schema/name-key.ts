import type { QualifiedName } from './qualified-name';

/** A key for a `Map`: the same for the same name, another for any other. */
export function nameKey({ schema, name }: QualifiedName): string {
  return JSON.stringify([schema, name]);
}

export function columnKey(table: QualifiedName, column: string): string {
  return JSON.stringify([table.schema, table.name, column]);
}

export function nameOnly({ schema, name }: QualifiedName): QualifiedName {
  return { schema, name };
}
