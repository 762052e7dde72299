import { type Stats, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Tells a module's file from what it was before, and from every other that may come in its place, its package.json, which
 * says what kind of module it is, and what compiles it; undefined where that cannot be told, since one of the files was
 * changed after this process began to read.
 */
export function signatureOf(path: string, compiledBy = () => ''): string | undefined {
  const file = signatureIn(statSync(path, { throwIfNoEntry: false }));
  const scope = file === undefined ? undefined : scopeOf(dirname(path));
  return scope === undefined ? undefined : [file, scope, compiledBy()].join(' ').trimEnd();
}

/** Disks that know whole seconds only, or every other one, cannot tell two changes within one. */
const coarseMs = 2000;

/** The same, of what was found at a time, where this process began to read at another. */
export function signatureIn(
  found: Pick<Stats, 'size' | 'mtimeMs' | 'ctimeMs' | 'ino'> | undefined,
  beganMs = performance.timeOrigin,
): string | undefined {
  if (found === undefined) return undefined;
  const { size, mtimeMs, ctimeMs, ino } = found;
  const settledMs = ctimeMs % 1000 === 0 ? ctimeMs + coarseMs : ctimeMs;
  return settledMs >= beganMs ? undefined : [size, mtimeMs, ctimeMs, ino].join(' ');
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
