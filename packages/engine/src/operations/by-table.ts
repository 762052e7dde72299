import { groupBy } from '../schema/group-by';
import { nameKey } from '../schema/name-key';
import type { QualifiedName } from '../schema/qualified-name';

/** A table is rewritten once, however many of its columns change. */
export function byTable<Use extends { readonly table: QualifiedName }>(
  uses: readonly Use[],
): readonly (readonly [QualifiedName, readonly Use[]])[] {
  return [...groupBy(uses, ({ table }) => nameKey(table)).values()].flatMap((ofTable) => {
    const [first] = ofTable;
    return first === undefined ? [] : [[first.table, ofTable] as const];
  });
}
