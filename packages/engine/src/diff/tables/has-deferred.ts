import { nameKey } from '../../schema/name-key';
import type { QualifiedName } from '../../schema/qualified-name';
import type { Table } from '../../schema/table';
import type { DiffContext } from '../change';

/** Whether something on a table looks at its rows no sooner than at the end of a transaction, before or after the change. */
export function hasDeferred({ from, to }: Pick<DiffContext, 'from' | 'to'>, table: QualifiedName): boolean {
  const key = nameKey(table);
  return [from, to].some(({ tables }) => tables.some((one) => nameKey(one) === key && defers(one)));
}

function defers({ constraints, triggers }: Table): boolean {
  return (
    constraints.some(({ deferrable }) => deferrable === 'initially deferred') ||
    triggers.some(({ definition }) => definition.includes(' INITIALLY DEFERRED '))
  );
}
