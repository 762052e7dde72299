import type { Operation, OperationKind } from '../operations/operation';
import { effectsOf } from '../operations/operation-effects';
import { type Statement, statement } from '../operations/statement';
import type { QualifiedName } from '../schema/qualified-name';
import type { Routine } from '../schema/routine';
import type { Schema } from '../schema/schema';
import { sql } from '../sql/sql';

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
 * The routines whose bodies are strings and name something that is not there yet, or not yet as they need it, when they are
 * made. To Postgres such a body is no dependency, but it looks into it then: what a check or a default calls is made before
 * the table, and may read that very table; and what is changed no order grants on the way up and on the way back. What is
 * of another schema, and named without it, was on the search path where they were made.
 */
export function routinesAheadOfTheirNeeds(
  operations: readonly Operation[],
  schemas: readonly Schema[],
): ReadonlySet<Routine> {
  const said = operations.flatMap((operation, index) =>
    bodiesSaidBy(operation).flatMap(({ routine, way }) => {
      const body = bodyOf(routine);
      return body === null
        ? []
        : [{ routine, way, index, body, names: namesIn(body), readsAll: body.includes('*') }];
    }),
  );
  if (said.length === 0) return new Set();
  const changing = operations.flatMap(unsettled);
  const isElsewhere = namesOfOtherSchemas(schemas);
  return new Set(
    said.flatMap(({ routine, way, index, body, names, readsAll }) => {
      const later = way === 'up' ? operations.slice(index + 1) : operations.slice(0, index);
      const isAhead =
        bareWords(body).some(isElsewhere) ||
        changing.some(({ name, whole }) => names(name) && (!whole || readsAll)) ||
        later.some((operation) => namesMadeBy(operation, way)?.every(names));
      return isAhead ? [routine] : [];
    }),
  );
}

/** Whether a body may speak of what bears a name. */
function namesIn(body: string): (name: string) => boolean {
  const words = new Set(body.match(/[\p{L}\p{N}_$]+/gu)?.flatMap((word) => [word, word.toLowerCase()]));
  return (name) => words.has(name) || (!/^[\p{L}\p{N}_$]+$/u.test(name) && body.includes(name));
}

/** What a body names without a schema, or an alias, in front. */
function bareWords(body: string): readonly string[] {
  return (body.match(/(?<![\p{L}\p{N}_$.]|\."?)[\p{L}\p{N}_$]+/gu) ?? []).map((word) => word.toLowerCase());
}

function namesOfOtherSchemas(schemas: readonly Schema[]): (name: string) => boolean {
  const named = schemas.flatMap((schema): readonly QualifiedName[] => [
    ...schema.tables,
    ...schema.views,
    ...schema.materializedViews,
    ...schema.sequences,
    ...schema.routines,
  ]);
  const onPath = new Set(named.flatMap(({ schema, name }) => (schema === 'public' ? [name] : [])));
  const names = new Set(named.flatMap(({ schema, name }) => (schema === 'public' ? [] : [name])));
  return (name) => names.has(name) && !onPath.has(name);
}

/** What a body must say to need what an operation makes, or on the way back makes again. */
function namesMadeBy(operation: Operation, way: Way): readonly string[] | undefined {
  const { kind } = operation;
  if (kind === (way === 'up' ? 'createTable' : 'dropTable')) return [operation.table.name];
  if (kind === (way === 'up' ? 'addColumn' : 'dropColumn')) {
    return [operation.table.name, operation.column.name];
  }
  return undefined;
}

type Way = 'up' | 'down';

/** The way back makes again what the way up drops. */
function bodiesSaidBy(operation: Operation): readonly { readonly routine: Routine; readonly way: Way }[] {
  switch (operation.kind) {
    case 'createRoutine':
      return [{ routine: operation.routine, way: 'up' }];
    case 'dropRoutine':
      return [{ routine: operation.routine, way: 'down' }];
    case 'replaceRoutine':
      return [
        { routine: operation.to, way: 'up' },
        { routine: operation.from, way: 'down' },
      ];
    default:
      return [];
  }
}

/** Whether a statement of this operation says the body of one of them. */
export function saysBodyOf(operation: Operation, routines: ReadonlySet<Routine>): boolean {
  if (operation.kind === 'createRoutine') return routines.has(operation.routine);
  return operation.kind === 'replaceRoutine' && routines.has(operation.to);
}

/**
 * What Postgres looks into when the routine is made; `null` where that is nothing, or is ordered, as a parsed body is. Of
 * PL/pgSQL it is what is declared (`t.a%TYPE`): the rest is looked at when it runs.
 */
function bodyOf({ language, definition }: Routine): string | null {
  const body = /^AS (\$\w+\$)(.*)\1$/ms.exec(definition)?.[2] ?? null;
  if (language !== 'plpgsql') return language === 'sql' ? body : null;
  return body?.match(/\bdeclare\b.*?\bbegin\b/gis)?.join('\n') ?? null;
}

interface Unsettled {
  readonly name: string;
  /** Only a body that reads all columns (`*`) minds: any other names what is there at both ends. */
  readonly whole: boolean;
}

/** What is made before routines are, on the way up and on the way back, no body waits for. */
const unsettling: ReadonlySet<OperationKind> = new Set<OperationKind>([
  'renameObject',
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
  'rebuildDomain',
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
  if (operation.kind === 'moveToSchema') return [{ name: operation.name, whole: false }];
  if (!unsettling.has(operation.kind)) return [];
  const { creates, removes, alters, needs, frees, takes } = effectsOf(operation);
  return [...creates, ...removes, ...alters, ...needs, ...frees, ...takes].map((address) => ({
    name: 'relation' in address ? address.relation : address.name,
    whole: false,
  }));
}
