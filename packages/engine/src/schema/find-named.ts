import { nameKey } from './name-key';
import type { QualifiedName } from './qualified-name';

/** What bears a name in a list: the list is gone through once, however often it is asked. */
export function findNamed<T extends QualifiedName>(list: readonly T[], name: QualifiedName): T | undefined {
  const known = indexes.get(list);
  const index = known ?? new Map(list.map((item) => [nameKey(item), item]));
  if (known === undefined) indexes.set(list, index);
  // What it found is of the list.
  return index.get(nameKey(name)) as T | undefined;
}

/** The lists of a schema are never written to. */
const indexes = new WeakMap<readonly QualifiedName[], ReadonlyMap<string, QualifiedName>>();
