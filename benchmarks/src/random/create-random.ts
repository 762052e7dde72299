/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** 0 or more, less than `end`. */
  integer(end: number): number;
  pick<T>(from: readonly [T, ...T[]]): T;
}

/** Mulberry32: 32 bits of state are plenty for choosing the types of columns. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (end: number) => Math.floor(next() * end);
  return { integer, pick: (from) => from[integer(from.length)] ?? from[0] };
}
