import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/**
 * Answers of Postgres, kept by what they were answers to. A key is the hash of everything that the answer follows from,
 * so an entry is never out of date; any file may be deleted at any time, and costs the time of asking again.
 */
export interface Cache {
  readonly read: <Value>(kind: CacheKind, key: string) => Value | undefined;
  readonly write: (kind: CacheKind, key: string, value: unknown) => void;
  /** The keys of a kind, the one that was used last first. */
  readonly keys: (kind: CacheKind) => readonly string[];
}

export type CacheKind = 'history' | 'desired' | 'schema';

/** Entries of a kind that stay; what was used longest ago goes first. */
const keptEntries = 24;

export function cacheIn(folder: string): Cache {
  const pathOf = (kind: CacheKind, key: string) => join(folder, kind, `${key}.json`);
  const keys = (kind: CacheKind) => {
    const files = listFolder(join(folder, kind)).filter((name) => /^[0-9a-f]{64}\.json$/.test(name));
    return files
      .map((name) => ({ key: name.slice(0, -'.json'.length), usedMs: usedAt(join(folder, kind, name)) }))
      .sort((a, b) => b.usedMs - a.usedMs || (a.key < b.key ? -1 : 1))
      .map(({ key }) => key);
  };
  return {
    keys,
    read(kind, key) {
      const path = pathOf(kind, key);
      const value = parseFile(path);
      if (value !== undefined) ignoreFileErrors(() => utimesSync(path, new Date(), new Date()));
      return value;
    },
    write(kind, key, value) {
      // A folder that may not be written costs time, not correctness.
      ignoreFileErrors(() => {
        const path = pathOf(kind, key);
        mkdirSync(join(folder, kind), { recursive: true });
        writeFileSync(`${path}.${process.pid}`, JSON.stringify(value));
        renameSync(`${path}.${process.pid}`, path);
        for (const old of keys(kind).slice(keptEntries)) rmSync(pathOf(kind, old), { force: true });
      });
    },
  };
}

/** The key of what follows from these values. */
export function cacheKey(...values: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex');
}

// biome-ignore lint/suspicious/noExplicitAny: what was written under a key is what is read under it
function parseFile(path: string): any {
  const text = ignoreFileErrors(() => readFileSync(path, 'utf8'));
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    // Cut off, or edited: as if it were not there.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function listFolder(path: string): readonly string[] {
  return ignoreFileErrors(() => readdirSync(path)) ?? [];
}

function usedAt(path: string): number {
  return ignoreFileErrors(() => statSync(path).mtimeMs) ?? 0;
}

function ignoreFileErrors<Value>(act: () => Value): Value | undefined {
  try {
    return act();
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return undefined;
    throw error;
  }
}
