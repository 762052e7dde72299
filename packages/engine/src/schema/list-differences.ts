import type { Schema } from './schema';

/**
 * In what two schemas differ, a line each; nothing when they are the same. It knows nothing of operations: it is what a
 * proof compares by and what drift is told in.
 *
 * @example listDifferences(from, to) // ['tables public.users columns name notNull: false, to true']
 */
export function listDifferences(from: Schema, to: Schema): readonly string[] {
  const fromRest = compared(from);
  const toRest = compared(to);
  return [...differences([], fromRest, toRest)];
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

type Path = readonly string[];

function* differences(path: Path, from: unknown, to: unknown): Generator<string> {
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
    yield `${path.join(' ')}: ${show(from)}, to ${show(to)}`;
  }
}

function* differencesOfLists(
  path: Path,
  from: readonly unknown[],
  to: readonly unknown[],
): Generator<string> {
  if (from.length !== to.length) {
    yield `${path.join(' ')}: ${show(from)}, to ${show(to)}`;
    return;
  }
  for (const [at, value] of from.entries()) {
    yield* differences([...path, String(at + 1)], value, to[at]);
  }
}

type Named = Readonly<Record<string, unknown>>;

function* differencesOfSets(path: Path, from: readonly Named[], to: readonly Named[]): Generator<string> {
  const toByName = new Map(to.map((value) => [nameOf(value), value]));
  const fromNames = new Set(from.map(nameOf));
  for (const value of from) {
    const other = toByName.get(nameOf(value));
    if (other === undefined) {
      yield `${[...path, nameOf(value)].join(' ')}: is gone`;
    } else {
      yield* differences([...path, nameOf(value)], value, other);
    }
  }
  for (const name of toByName.keys()) {
    if (!fromNames.has(name)) {
      yield `${[...path, name].join(' ')}: is new`;
    }
  }
  const isTableColumns = path[0] === 'tables' && path.at(-1) === 'columns';
  const orderOf = (values: readonly Named[], others: ReadonlySet<string>) =>
    values.map(nameOf).filter((name) => others.has(name));
  const fromOrder = orderOf(from, new Set(toByName.keys()));
  const toOrder = orderOf(to, fromNames);
  // Postgres cannot reorder the columns of a table.
  if (!isTableColumns && fromOrder.join('\n') !== toOrder.join('\n')) {
    yield `${path.join(' ')}: in the order ${show(fromOrder)}, to ${show(toOrder)}`;
  }
}

function isRecord(value: unknown): value is Named {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSetOfNamed(values: readonly unknown[]): values is readonly Named[] {
  return values.every((value) => isRecord(value) && 'name' in value);
}

/** Overloads of a routine, and rows of TypeORM's table, are told apart by more than their names. */
function nameOf({ schema, table, name, identityArguments, type }: Named): string {
  const owner = [schema, typeof table === 'string' ? table : undefined].filter(
    (part) => typeof part === 'string',
  );
  const qualified = [...owner, name].join('.');
  if (typeof identityArguments === 'string') {
    return `${qualified}(${identityArguments})`;
  }
  return typeof type === 'string' ? `${type} ${qualified}` : qualified;
}

function show(value: unknown): string {
  return JSON.stringify(value);
}
