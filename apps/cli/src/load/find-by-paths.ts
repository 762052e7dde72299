import { dirname, isAbsolute } from 'node:path';
import type { PathsMatcher } from 'get-tsconfig';

/**
 * Where `paths` and `baseUrl` of the nearest tsconfig.json (or, at the top of a workspace, tsconfig.base.json) may have
 * what a file imports: compilers leave such names as they are, and Node does not know them.
 */
export function findByPaths(request: string, importer: string): readonly string[] {
  if (isAbsolute(request) || /^\.{1,2}(?:\/|$)/.test(request)) return [];
  const folder = dirname(importer);
  if (!matchers.has(folder)) matchers.set(folder, readMatcher(folder));
  return matchers.get(folder)?.(request) ?? [];
}

const matchers = new Map<string, PathsMatcher | null>();

function readMatcher(folder: string): PathsMatcher | null {
  const { createPathsMatcher, getTsconfig }: typeof import('get-tsconfig') = require('get-tsconfig');
  for (const name of ['tsconfig.json', 'tsconfig.base.json']) {
    const found = getTsconfig(folder, name);
    const matcher = found === null ? null : createPathsMatcher(found);
    if (matcher !== null) return matcher;
  }
  return null;
}
