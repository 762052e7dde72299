import type { Change } from './change';
import { pairUp } from './pair-up';

/** What there is to do about one kind of thing. */
export interface HowToDiff<T> {
  /** The same for two that are the same thing, before and after. */
  readonly key: (item: T) => string;
  readonly drop: (item: T) => Change | readonly Change[];
  readonly create: (item: T) => Change | readonly Change[];
  /** What makes the one of the other; `remake`: it is dropped, and created as it shall be. */
  readonly change: (from: T, to: T) => readonly Change[] | 'remake';
}

/** What goes, then what comes, then what stays and is another. */
export function diffEach<T>(
  from: readonly T[],
  to: readonly T[],
  { key, drop, create, change }: HowToDiff<T>,
): readonly Change[] {
  const { gone, kept, added } = pairUp(from, to, key);
  return [
    ...gone.flatMap((item) => drop(item)),
    ...added.flatMap((item) => create(item)),
    ...kept.flatMap((pair) => {
      const changes = change(pair.from, pair.to);
      return changes === 'remake' ? [drop(pair.from), create(pair.to)].flat() : changes;
    }),
  ];
}

/** The key of what bears one name in its place. */
export function ownName({ name }: { readonly name: string }): string {
  return name;
}
