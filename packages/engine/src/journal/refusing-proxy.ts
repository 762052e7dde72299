/** An object that has nothing but `known`: asking it for anything else throws what `refuse` makes. */
export function refusingProxy(
  known: Readonly<Record<string, unknown>>,
  refuse: (property: string) => Error,
): object {
  return new Proxy(known, {
    get: (target, property) => {
      if (property === 'then') return undefined;
      if (property === Symbol.iterator || property === Symbol.toPrimitive) throw refuse('its rows');
      if (typeof property === 'symbol') return undefined;
      if (Object.hasOwn(target, property)) return target[property];
      throw refuse(property);
    },
    ownKeys: () => {
      throw refuse('its rows');
    },
  });
}
