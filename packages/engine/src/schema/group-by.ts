/** The values by their key, in their order. */
export function groupBy<Key, T>(
  values: readonly T[],
  keyOf: (value: T) => Key,
): ReadonlyMap<Key, readonly T[]> {
  return groupEntries(values.map((value) => [keyOf(value), value] as const));
}

/** The same of values that come with their keys. */
export function groupEntries<Key, T>(entries: Iterable<readonly [Key, T]>): ReadonlyMap<Key, readonly T[]> {
  const groups = new Map<Key, T[]>();
  for (const [key, value] of entries) {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
