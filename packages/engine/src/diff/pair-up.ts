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

/** Takes as renamed what is alike in all but the name, so that it need not be dropped and made again. */
export function pairRenamed<T>(pairs: Pairs<T>, areAlike: (from: T, to: T) => boolean): Renamed<T> {
  const added = [...pairs.added];
  const renamed: { from: T; to: T }[] = [];
  const gone = pairs.gone.filter((from) => {
    const at = added.findIndex((to) => areAlike(from, to));
    const [to] = at === -1 ? [] : added.splice(at, 1);
    if (to !== undefined) renamed.push({ from, to });
    return to === undefined;
  });
  return { ...pairs, gone, renamed, added };
}
