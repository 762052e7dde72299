import { nameKey } from '../schema/name-key';
import type { Operation } from './operation';

/** The keys of the tables that the operations make: nobody reads or writes them yet, and there is nothing in them. */
export function tablesCreated(operations: readonly Operation[]): ReadonlySet<string> {
  return new Set(
    operations.flatMap((operation) => (operation.kind === 'createTable' ? [nameKey(operation.table)] : [])),
  );
}
