import { keyIndexAddresses, tableAddresses } from '../../schema/addresses';
import { columnAddress, dependencyEdges, tableAddress } from '../../schema/dependency-edges';
import { nameKey } from '../../schema/name-key';
import { addressKey, type ObjectAddress } from '../../schema/object-address';
import type { Schema } from '../../schema/schema';
import type { Table } from '../../schema/table';
import { pairUp } from '../pair-up';

/**
 * The views and routines that read a table that goes, and then something that changes, or a table that takes a name from
 * it. To replace one in place would have to come after that change and before the table goes; but what the table has of
 * the changed (an enum, what it points at, a name) wants it gone before. So they are dropped, and made again at the end.
 */
export function tornReplacements(
  from: Schema,
  to: Schema,
  changed: readonly ObjectAddress[],
): readonly ObjectAddress[] {
  const stays = new Set(to.tables.map(nameKey));
  const gone = new Set(
    from.tables
      .filter((table) => !stays.has(nameKey(table)))
      .flatMap((table) => [
        tableAddress(table),
        ...table.columns.map(({ name }) => columnAddress(table, name)),
      ])
      .map(addressKey),
  );
  if (gone.size === 0) return [];
  const readers = new Map(
    dependencyEdges(from)
      .filter(({ dependent, on }) => isReplaced(dependent) && gone.has(addressKey(on)))
      .map(({ dependent }) => [addressKey(dependent), dependent]),
  );
  if (readers.size === 0) return [];
  const keys = new Set([...changed, ...columnsOfHeirs(from, to)].map(addressKey));
  if (keys.size === 0) return [];
  const edges = dependencyEdges(to);
  for (const { dependent, on } of edges) {
    // A column is of the enum that is rebuilt.
    if (dependent.kind === 'column' && keys.has(addressKey(on))) keys.add(addressKey(dependent));
  }
  const torn = new Map(
    edges
      .filter(({ dependent, on }) => readers.has(addressKey(dependent)) && keys.has(addressKey(on)))
      .map(({ dependent }) => [addressKey(dependent), dependent]),
  );
  return [...torn.values()];
}

/** The columns of tables that are new, and have an index, a key or a sequence of the name that one had of a table that goes. */
function columnsOfHeirs(from: Schema, to: Schema): readonly ObjectAddress[] {
  const { gone, added } = pairUp(from.tables, to.tables, nameKey);
  const names = new Set(gone.flatMap(ownNames));
  return added.flatMap((table) =>
    ownNames(table).some((name) => names.has(name))
      ? [tableAddress(table), ...table.columns.map(({ name }) => columnAddress(table, name))]
      : [],
  );
}

function ownNames(table: Table): readonly string[] {
  return [
    ...tableAddresses(table),
    ...table.constraints.flatMap((constraint) => keyIndexAddresses(table, constraint)),
  ]
    .filter(({ kind }) => kind === 'index' || kind === 'sequence')
    .map(addressKey);
}

function isReplaced({ kind }: ObjectAddress): boolean {
  return kind === 'view' || kind === 'routine';
}
