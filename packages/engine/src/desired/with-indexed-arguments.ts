import { getMetadataArgsStorage } from 'typeorm';

/**
 * The searches of TypeORM's storage of decorators' arguments that look at nothing but what was said of one class, or of
 * a class and its parents.
 */
const searches = [
  'filterColumns',
  'findGenerated',
  'findTree',
  'filterRelations',
  'filterRelationIds',
  'filterRelationCounts',
  'filterIndices',
  'filterForeignKeys',
  'filterUniques',
  'filterChecks',
  'filterExclusions',
  'filterListeners',
  'filterEmbeddeds',
  'findJoinTable',
  'filterJoinColumns',
] as const;

interface Argument {
  readonly target?: unknown;
}

/**
 * While `use` runs, TypeORM searches only among the arguments of the classes that it asks for: its storage has all
 * arguments of all entities in one list a kind, and looks through the whole list for each entity.
 */
export async function withIndexedArguments<T>(use: () => Promise<T>): Promise<T> {
  const storage: object = getMetadataArgsStorage();
  const narrow = narrowing(storage);
  const replaced = searches.filter(
    (name) => !Object.hasOwn(storage, name) && typeof Reflect.get(storage, name) === 'function',
  );
  for (const name of replaced) {
    const search = Reflect.get(storage, name);
    const narrowed = (target: unknown, ...rest: unknown[]) =>
      Reflect.apply(search, narrow(target), [target, ...rest]);
    Object.defineProperty(storage, name, { value: narrowed, configurable: true });
  }
  try {
    return await use();
  } finally {
    for (const name of replaced) Reflect.deleteProperty(storage, name);
  }
}

/** Finds the same storage, whose lists have just what was said of a class, or of these classes. */
function narrowing(storage: object): (target: unknown) => object {
  const lists = Object.entries(storage).filter((entry): entry is [string, readonly Argument[]] =>
    Array.isArray(entry[1]),
  );
  let count = -1;
  let indexes: readonly (readonly [string, Index])[] = [];
  let known = new Map<unknown, object>();
  return (target) => {
    const now = lists.reduce((sum, [, list]) => sum + list.length, 0);
    if (now !== count) {
      // Entities may be loaded, and so their decorators run, before the first search.
      count = now;
      indexes = lists.map(([name, list]) => [name, indexOf(list)]);
      known = new Map();
    }
    const found = known.get(target);
    if (found !== undefined) return found;
    const targets = Array.isArray(target) ? [...new Set(target)] : [target];
    const narrowed: object = Object.create(storage);
    for (const [name, index] of indexes) {
      Object.defineProperty(narrowed, name, { value: saidOf(index, targets) });
    }
    known.set(target, narrowed);
    return narrowed;
  };
}

type Index = ReadonlyMap<unknown, readonly (readonly [position: number, Argument])[]>;

function indexOf(list: readonly Argument[]): Index {
  const index = new Map<unknown, (readonly [number, Argument])[]>();
  for (const [position, argument] of list.entries()) {
    const known = index.get(argument.target);
    if (known === undefined) index.set(argument.target, [[position, argument]]);
    else known.push([position, argument]);
  }
  return index;
}

/** In the order of the list. */
function saidOf(index: Index, targets: readonly unknown[]): readonly Argument[] {
  return targets
    .flatMap((target) => index.get(target) ?? [])
    .sort(([a], [b]) => a - b)
    .map(([, argument]) => argument);
}
