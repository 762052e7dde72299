import { nameKey } from '../../schema/name-key';
import type { QualifiedName } from '../../schema/qualified-name';
import { same, sameBut } from '../../schema/same';
import type { Schema } from '../../schema/schema';
import type { CompositeType } from '../../schema/user-type';
import type { DiffContext } from '../change';
import { pairUp } from '../pair-up';

type Schemas = Pick<DiffContext, 'from' | 'to'>;

/** Why `ALTER TYPE` does not make of it what it shall be; `null` where it does. */
export function attributesDiffer(from: CompositeType, to: CompositeType): string | null {
  const { gone, kept, added } = pairUp(from.attributes, to.attributes, ({ name }) => name);
  // An attribute is added behind the others, on the way back too.
  const reached = [...kept.map((pair) => pair.to.name), ...added.map(({ name }) => name)];
  const wanted = to.attributes.map(({ name }) => name);
  const comesBack = same(
    [...kept.map((pair) => pair.from.name), ...gone.map(({ name }) => name)],
    from.attributes.map(({ name }) => name),
  );
  if (!same(reached, wanted) || !comesBack) return 'its attributes stand in another order';
  return kept.some((pair) => !sameBut(pair.from, pair.to, 'comment'))
    ? 'the type of an attribute differs'
    : null;
}

/** Whether it is dropped and made again: no row holds a value of it. */
export function isCompositeRemade(from: CompositeType, to: CompositeType, schemas: Schemas): boolean {
  return attributesDiffer(from, to) !== null && !isHeld(from, schemas);
}

/** What functions take and views show of a type is made again with it; of columns, and of other types, it is not. */
function isHeld(type: QualifiedName, { from, to }: Schemas): boolean {
  const name = nameKey(type);
  const holds = ({ tables, domains, composites, ranges }: Schema) =>
    [
      ...tables.flatMap(({ columns }) => columns.map((column) => column.type)),
      ...domains.map((domain) => domain.type),
      ...composites.flatMap(({ attributes }) => attributes.map((attribute) => attribute.type)),
      ...ranges.map(({ subtype }) => subtype),
    ].some(({ base }) => nameKey(base) === name);
  return holds(from) || holds(to);
}
