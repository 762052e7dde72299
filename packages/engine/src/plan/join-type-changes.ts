import type { ChangeType } from '../operations/columns/change-type';
import type { Operation } from '../operations/operation';
import { nameKey } from '../schema/name-key';

/** Type changes of one table that follow each other are one statement, so that its rows are written once. */
export function joinTypeChanges(operations: readonly Operation[]): readonly Operation[] {
  const runs: (Operation | ChangeType[])[] = [];
  for (const operation of operations) {
    const run = runs.at(-1);
    if (operation.kind !== 'changeType') runs.push(operation);
    else if (Array.isArray(run) && run.every(({ table }) => nameKey(table) === nameKey(operation.table)))
      run.push(operation);
    else runs.push([operation]);
  }
  return runs.flatMap((run): readonly Operation[] => {
    if (!Array.isArray(run)) return [run];
    const [first] = run;
    return first === undefined || run.length === 1 || !run.some(isRewrite)
      ? run
      : [{ kind: 'changeTypes', table: first.table, changes: run }];
  });
}

/** Whether either way it takes more than a line in the catalog. */
function isRewrite({ conversion: { there, back } }: ChangeType): boolean {
  return there.cost !== 'free' || back.cost !== 'free';
}
