import type { Operation, OperationKind } from '../operations/operation';
import { type Statement, statement } from '../operations/statement';
import type { Routine } from '../schema/routine';
import { sql } from '../sql/sql';
import { effectsOf } from './operation-effects';

/** For what is sent by itself: it stays so until the end of the session. */
export const leaveBodiesUnchecked: Statement = statement(
  'Take the bodies of functions unchecked: what they name may not be there yet',
  sql`SET check_function_bodies = off`,
);

/** For a migration. */
export const leaveBodiesUncheckedInTransaction: Statement = statement(
  leaveBodiesUnchecked.comment,
  sql`SET LOCAL check_function_bodies = off`,
);

/**
 * The routines whose bodies are strings and name something that the plan makes, drops or changes. To Postgres such a body
 * is no dependency, but when the routine is made all that it names must be there, as it needs it: which no order grants on
 * the way up and on the way back.
 */
export function routinesAheadOfTheirNeeds(operations: readonly Operation[]): ReadonlySet<Routine> {
  const routines = operations.flatMap(routinesOf).filter((routine) => bodyOf(routine) !== null);
  if (routines.length === 0) return new Set();
  const changing = operations.flatMap(unsettled);
  return new Set(
    routines.filter((routine) => {
      const body = bodyOf(routine) ?? '';
      const words = new Set(body.match(/[\p{L}\p{N}_$]+/gu)?.flatMap((word) => [word, word.toLowerCase()]));
      const names = (name: string) =>
        words.has(name) || (!/^[\p{L}\p{N}_$]+$/u.test(name) && body.includes(name));
      return changing.some(({ name, whole }) => names(name) && (!whole || body.includes('*')));
    }),
  );
}

/** Whether a statement of this operation says the body of one of them. */
export function saysBodyOf(operation: Operation, routines: ReadonlySet<Routine>): boolean {
  if (operation.kind === 'createRoutine') return routines.has(operation.routine);
  return operation.kind === 'replaceRoutine' && routines.has(operation.to);
}

function routinesOf(operation: Operation): readonly Routine[] {
  const { kind } = operation;
  if (kind === 'createRoutine' || kind === 'dropRoutine') return [operation.routine];
  return kind === 'replaceRoutine' ? [operation.from, operation.to] : [];
}

/** `null` where the body is not a string of SQL: other languages look into it when it runs, and a parsed one is ordered. */
function bodyOf({ language, definition }: Routine): string | null {
  return language === 'sql' ? (/^AS (\$\w+\$)(.*)\1$/ms.exec(definition)?.[2] ?? null) : null;
}

interface Unsettled {
  readonly name: string;
  /** Only a body that reads all columns (`*`) minds: any other names what is there at both ends. */
  readonly whole: boolean;
}

/** What is made before routines are, on the way up and on the way back, no body waits for. */
const unsettling: ReadonlySet<OperationKind> = new Set<OperationKind>([
  'renameObject',
  'moveToSchema',
  'changeType',
  'changeTypes',
  'createView',
  'dropView',
  'replaceView',
  'createMaterializedView',
  'dropMaterializedView',
  'createRoutine',
  'dropRoutine',
  'rebuildEnum',
  'addEnumLabels',
  'removeEnumLabels',
  'renameEnumLabel',
  'addAttribute',
  'dropAttribute',
]);

function unsettled(operation: Operation): readonly Unsettled[] {
  if (operation.kind === 'addColumn' || operation.kind === 'dropColumn') {
    return [{ name: operation.table.name, whole: true }];
  }
  if (!unsettling.has(operation.kind)) return [];
  const { creates, removes, alters, needs, frees, takes } = effectsOf(operation);
  return [...creates, ...removes, ...alters, ...needs, ...frees, ...takes].map((address) => ({
    name: 'relation' in address ? address.relation : address.name,
    whole: false,
  }));
}
