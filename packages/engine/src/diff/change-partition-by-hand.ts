import type { Partition, Table } from '../schema/table';
import { qualified } from '../sql/sql';

/** What to write where a table is partitioned, or is a partition, otherwise than before. */
export function changePartitionByHand(from: Table, to: Table): string {
  if (keyOf(from.partition) !== keyOf(to.partition)) {
    return 'create the new table, copy the rows, and rename it';
  }
  const table = qualified(to.schema, to.name).text;
  const leave = ({ partition }: Table) =>
    partition.kind === 'partition' ? [`${alter(partition)} DETACH PARTITION ${table}`] : [];
  const join = ({ partition }: Table) =>
    partition.kind === 'partition'
      ? [`${alter(partition)} ATTACH PARTITION ${table} ${partition.bound}`]
      : [];
  const [up, down] = [
    [...leave(from), ...join(to)],
    [...leave(to), ...join(from)],
  ];
  return `${up.join('; ')}; and on the way back ${down.join('; ')}`;
}

function alter({ of }: Extract<Partition, { kind: 'partition' }>): string {
  return `ALTER TABLE ${qualified(of.schema, of.name).text}`;
}

function keyOf(partition: Partition): string | null {
  return partition.kind === 'none' ? null : partition.key;
}
