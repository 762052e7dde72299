import { loader, type Resolve } from './loader';

/** Both files that the command line is bundled into know it. */
const wrapped = Symbol.for('retort.wrapped');

type Wrapping = Resolve & { readonly [wrapped]?: Resolve };

/** Puts something before how Node finds a module. */
export function wrapResolving(wrap: (resolve: Resolve) => Resolve): void {
  const resolve = loader._resolveFilename;
  loader._resolveFilename = Object.assign(wrap(resolve), { [wrapped]: resolve });
}

/** How modules are found, without what this package put before it. */
export function unwrapResolving(): Resolve {
  let resolve: Wrapping = loader._resolveFilename;
  while (resolve[wrapped] !== undefined) resolve = resolve[wrapped];
  return resolve;
}
