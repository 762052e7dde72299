import type { DropTable } from '../../operations/tables/create-table';
import { findNamed } from '../../schema/find-named';
import { nameKey } from '../../schema/name-key';
import type { Schema } from '../../schema/schema';
import type { Table } from '../../schema/table';

/**
 * A foreign key that points at a partitioned table points at each of its partitions, which goes only when it was detached.
 * Tells from what, of a table that is `here` and not `there`. Where the whole goes too, the key goes first.
 */
export function detachPartitions(
  here: Schema,
  there: Schema,
): (table: Table) => Pick<DropTable, 'detachedFrom'> {
  const staying = new Set(there.tables.map(nameKey));
  const targets = new Set(
    here.tables
      .flatMap(({ constraints }) =>
        constraints.flatMap((one) => (one.kind === 'foreignKey' ? [nameKey(one.references)] : [])),
      )
      .filter((key) => staying.has(key)),
  );
  return ({ partition }) => {
    if (partition.kind !== 'partition') return {};
    const { of } = partition;
    for (let whole = findNamed(here.tables, of); whole !== undefined; ) {
      if (targets.has(nameKey(whole))) return { detachedFrom: of };
      whole = whole.partition.kind === 'partition' ? findNamed(here.tables, whole.partition.of) : undefined;
    }
    return {};
  };
}
