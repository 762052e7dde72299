import type { Schema } from './schema';
import type { Unmodelled } from './unmodelled';

/** Where a difference is: keys of the schema, and the names of what is found under them. */
export type Step = string | { readonly named: string };

export type Difference = { readonly path: readonly Step[] } & (
  | { readonly kind: 'gone' }
  | { readonly kind: 'new' }
  | { readonly kind: 'changed'; readonly from: unknown; readonly to: unknown }
);

/** In what two schemas differ, one after the other. It knows nothing of operations. */
export function findDifferences(from: Schema, to: Schema): Generator<Difference> {
  return differences([], compared(from), compared(to));
}

function compared({
  dependencies: _dependencies,
  access: _access,
  unmodelledNeeds: _needs,
  ...rest
}: Schema): Omit<Schema, 'dependencies' | 'access' | 'unmodelledNeeds'> {
  return rest;
}

/** Whether two values that a schema has under the same key and name are equal, as above. */
export function areSame(key: string, from: unknown, to: unknown): boolean {
  return differences([key], from, to).next().done === true;
}

type Path = readonly Step[];

function* differences(path: Path, from: unknown, to: unknown): Generator<Difference> {
  if (from === to) return;
  if (Array.isArray(from) && Array.isArray(to)) {
    yield* isSetOfNamed(from) && isSetOfNamed(to)
      ? differencesOfSets(path, from, to)
      : differencesOfLists(path, from, to);
  } else if (isRecord(from) && isRecord(to)) {
    for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
      yield* differences([...path, key], from[key], to[key]);
    }
  } else {
    yield { kind: 'changed', path, from, to };
  }
}

function* differencesOfLists(
  path: Path,
  from: readonly unknown[],
  to: readonly unknown[],
): Generator<Difference> {
  if (from.length !== to.length) {
    yield { kind: 'changed', path, from, to };
    return;
  }
  for (const [at, value] of from.entries()) {
    yield* differences([...path, String(at + 1)], value, to[at]);
  }
}

type Named = Readonly<Record<string, unknown>>;

function* differencesOfSets(path: Path, from: readonly Named[], to: readonly Named[]): Generator<Difference> {
  const toByName = new Map(to.map((value) => [nameOf(value), value]));
  const fromNames = new Set(from.map(nameOf));
  for (const value of from) {
    const named = nameOf(value);
    const other = toByName.get(named);
    if (other === undefined) {
      yield { kind: 'gone', path: [...path, { named }] };
    } else {
      yield* differences([...path, { named }], value, other);
    }
  }
  for (const named of toByName.keys()) {
    if (!fromNames.has(named)) {
      yield { kind: 'new', path: [...path, { named }] };
    }
  }
  const isTableColumns = path[0] === 'tables' && path.at(-1) === 'columns';
  const orderOf = (values: readonly Named[], others: ReadonlySet<string>) =>
    values.map(nameOf).filter((name) => others.has(name));
  const fromOrder = orderOf(from, new Set(toByName.keys()));
  const toOrder = orderOf(to, fromNames);
  // Postgres cannot reorder the columns of a table.
  if (!isTableColumns && fromOrder.join('\n') !== toOrder.join('\n')) {
    yield { kind: 'changed', path: [...path, 'order'], from: fromOrder, to: toOrder };
  }
}

function isRecord(value: unknown): value is Named {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isUnmodelled(value: Named): value is Named & Unmodelled {
  return 'kind' in value && Object.keys(value).length === 2;
}

function isSetOfNamed(values: readonly unknown[]): values is readonly Named[] {
  return values.every((value) => isRecord(value) && 'name' in value);
}

/**
 * Overloads of a routine, rows of TypeORM's table, and what is not compared (an operator class and the family that
 * Postgres makes for it) are told apart by more than their names.
 */
function nameOf(value: Named): string {
  const { schema, table, name, identityArguments, type } = value;
  if (isUnmodelled(value)) return `${value.kind} ${name}`;
  const owner = [schema, typeof table === 'string' ? table : undefined].filter(
    (part) => typeof part === 'string',
  );
  const qualified = [...owner, name].join('.');
  if (typeof identityArguments === 'string') {
    return `${qualified}(${identityArguments})`;
  }
  return typeof type === 'string' ? `${type} ${qualified}` : qualified;
}
