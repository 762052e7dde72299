/** Whether two plain values are equal in every key, at any depth. */
export function same(from: unknown, to: unknown): boolean {
  if (Object.is(from, to)) return true;
  if (Array.isArray(from) && Array.isArray(to)) {
    return from.length === to.length && from.every((value, index) => same(value, to[index]));
  }
  if (!isRecord(from) || !isRecord(to)) return false;
  const keys = Object.keys(from);
  return keys.length === Object.keys(to).length && keys.every((key) => key in to && same(from[key], to[key]));
}

/** `same`, less the keys named. */
export function sameBut<T extends object>(from: T, to: T, ...less: readonly (keyof T)[]): boolean {
  return same(without(from, less), without(to, less));
}

function without<T extends object>(value: T, less: readonly (keyof T)[]): unknown {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !less.includes(key as keyof T)));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
