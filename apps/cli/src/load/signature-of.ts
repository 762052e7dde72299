import { type Stats, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Tells a module's file from what it was before, and from every other that may come in its place, and its package.json,
 * which says what kind of module it is; undefined where that cannot be told, since one of them was changed after this
 * process began to read.
 */
export function signatureOf(path: string, compiledBy = () => ''): string | undefined {
  const file = signatureIn(statSync(path, { throwIfNoEntry: false }));
  const scope = file === undefined ? undefined : scopeOf(dirname(path));
  return scope === undefined ? undefined : [file, scope, compiledBy()].join(' ').trimEnd();
}

function signatureIn(found: Stats | undefined): string | undefined {
  if (found === undefined || found.ctimeMs >= performance.timeOrigin) return undefined;
  return [found.size, found.mtimeMs, found.ctimeMs, found.ino].join(' ');
}

const scopes = new Map<string, string | undefined>();

/** What the nearest package.json is, as Node looks for it: empty where there is none. */
function scopeOf(folder: string): string | undefined {
  if (!scopes.has(folder)) scopes.set(folder, readScope(folder));
  return scopes.get(folder);
}

function readScope(folder: string): string | undefined {
  if (basename(folder) === 'node_modules') return '';
  const found = statSync(join(folder, 'package.json'), { throwIfNoEntry: false });
  if (found !== undefined) return signatureIn(found);
  return folder === dirname(folder) ? '' : scopeOf(dirname(folder));
}
