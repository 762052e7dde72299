import { findNamed } from '../../schema/find-named';
import type { QualifiedName } from '../../schema/qualified-name';
import type { Table } from '../../schema/table';
import type { DiffContext } from '../change';

/** Whether something on a table looks at its rows no sooner than at the end of a transaction, before or after the change. */
export function hasDeferred({ from, to }: Pick<DiffContext, 'from' | 'to'>, table: QualifiedName): boolean {
  return [from, to].some(({ tables }) => {
    const found = findNamed(tables, table);
    return found !== undefined && defers(found);
  });
}

function defers({ constraints, triggers }: Table): boolean {
  return (
    constraints.some(({ deferrable }) => deferrable === 'initially deferred') ||
    triggers.some(({ definition }) => definition.includes(' INITIALLY DEFERRED '))
  );
}
