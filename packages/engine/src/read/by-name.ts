import type { QualifiedName } from '../schema/qualified-name';

/** By code units: the same order whatever the locale of the machine or the server. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function sortByName<T extends { readonly name: string }>(objects: readonly T[]): T[] {
  return [...objects].sort((a, b) => compareText(a.name, b.name));
}

export function sortByQualifiedName<T extends QualifiedName>(objects: readonly T[]): T[] {
  return [...objects].sort((a, b) => compareText(a.schema, b.schema) || compareText(a.name, b.name));
}
