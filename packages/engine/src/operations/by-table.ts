import { nameKey } from '../schema/name-key';
import type { QualifiedName } from '../schema/qualified-name';

/** A table is rewritten once, however many of its columns change. */
export function byTable<Use extends { readonly table: QualifiedName }>(
  uses: readonly Use[],
): readonly (readonly [QualifiedName, readonly Use[]])[] {
  const groups = new Map<string, readonly [QualifiedName, Use[]]>();
  for (const use of uses) {
    const group = groups.get(nameKey(use.table));
    if (group === undefined) groups.set(nameKey(use.table), [use.table, [use]]);
    else group[1].push(use);
  }
  return [...groups.values()];
}
