export interface Pairs<T> {
  readonly gone: readonly T[];
  readonly kept: readonly { readonly from: T; readonly to: T }[];
  readonly added: readonly T[];
}

/** What only one side has, and what both have. */
export function pairUp<T>(from: readonly T[], to: readonly T[], key: (item: T) => string): Pairs<T> {
  const toByKey = new Map(to.map((item) => [key(item), item]));
  const fromKeys = new Set(from.map(key));
  const gone: T[] = [];
  const kept: { from: T; to: T }[] = [];
  for (const item of from) {
    const counterpart = toByKey.get(key(item));
    if (counterpart === undefined) gone.push(item);
    else kept.push({ from: item, to: counterpart });
  }
  return { gone, kept, added: to.filter((item) => !fromKeys.has(key(item))) };
}

export interface Renamed<T> extends Pairs<T> {
  readonly renamed: readonly { readonly from: T; readonly to: T }[];
}

/** Takes as renamed what is equal in all but the name, so that it need not be dropped and made again. */
export function pairRenamed<T>(pairs: Pairs<T>, alike: (item: T) => string): Renamed<T> {
  const candidates = new Map<string, T[]>();
  for (const item of pairs.added) {
    const group = candidates.get(alike(item));
    if (group === undefined) candidates.set(alike(item), [item]);
    else group.push(item);
  }
  const renamed: { from: T; to: T }[] = [];
  const taken = new Set<T>();
  const gone = pairs.gone.filter((item) => {
    const counterpart = candidates.get(alike(item))?.shift();
    if (counterpart === undefined) return true;
    taken.add(counterpart);
    renamed.push({ from: item, to: counterpart });
    return false;
  });
  return { ...pairs, gone, renamed, added: pairs.added.filter((item) => !taken.has(item)) };
}
