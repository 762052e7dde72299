import { displayName } from '../../operations/display-name';
import type { DataType } from '../../schema/data-type';
import { nameKey } from '../../schema/name-key';
import type { QualifiedName } from '../../schema/qualified-name';
import type { Schema } from '../../schema/schema';

/**
 * A column that holds a domain within another type: in an array, a composite type, a range, or a domain of one of these. A
 * domain of the domain is no such thing.
 */
export function holdsWithin(schema: Schema, domain: QualifiedName): string | undefined {
  const same = new Set([nameKey(domain)]);
  const containers = new Set<string>();
  const isWithin = ({ base, isArray }: DataType) =>
    containers.has(nameKey(base)) || (isArray && same.has(nameKey(base)));
  const isOfIt = (type: DataType) => isWithin(type) || same.has(nameKey(type.base));
  for (let size = -1; size < same.size + containers.size; ) {
    size = same.size + containers.size;
    for (const one of schema.domains) {
      if (isWithin(one.type)) containers.add(nameKey(one));
      else if (isOfIt(one.type)) same.add(nameKey(one));
    }
    for (const one of schema.composites) {
      if (one.attributes.some(({ type }) => isOfIt(type))) containers.add(nameKey(one));
    }
    for (const one of schema.ranges) {
      if (isOfIt(one.subtype)) containers.add(nameKey(one)).add(nameKey(one.multirange));
    }
    for (const one of schema.tables) {
      if (one.columns.some(({ type }) => isOfIt(type))) containers.add(nameKey(one));
    }
  }
  for (const relation of [...schema.tables, ...schema.materializedViews]) {
    const column = relation.columns.find(({ type }) => isWithin(type));
    if (column !== undefined) return `${displayName(relation)}.${column.name}`;
  }
  return undefined;
}
