import { hash } from 'node:crypto';
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
import { crc32 } from 'node:zlib';

/**
 * Answers of Postgres, kept by what they were answers to. A key is the hash of everything that the answer follows from,
 * so an entry is never out of date; any file may be deleted at any time, and costs the time of asking again.
 */
export interface Cache {
  readonly read: <Value>(kind: CacheKind, key: string) => Value | undefined;
  readonly write: (kind: CacheKind, key: string, value: unknown) => void;
  /** Keeps a value by its content, and returns the key. */
  readonly keep: (kind: CacheKind, value: object) => string;
  /** The key by which a value is kept; nothing of one that was neither read nor kept. */
  readonly keyOf: (value: object) => string | undefined;
  /** The keys of a kind, the one that was used last first. */
  readonly keys: (kind: CacheKind) => readonly string[];
}

export type CacheKind = 'history' | 'desired' | 'desiredOfSchema' | 'schema' | 'text';

/** Where a kind has more entries than `most`, these stay, and what was used longest ago goes. */
const entries = { kept: 24, most: 36 };

export function cacheIn(folder: string): Cache {
  const pathOf = (kind: CacheKind, key: string) => join(folder, kind, `${key}.json`);
  const filesOf = (kind: CacheKind) =>
    listFolder(join(folder, kind)).filter((name) => /^[0-9a-f]{64}\.json$/.test(name));
  const keys = (kind: CacheKind) =>
    filesOf(kind)
      .map((name) => ({ key: name.slice(0, -'.json'.length), usedMs: usedAt(join(folder, kind, name)) }))
      .sort((a, b) => b.usedMs - a.usedMs || (a.key < b.key ? -1 : 1))
      .map(({ key }) => key);
  const writeText = (kind: CacheKind, key: string, text: string) => {
    // A folder that may not be written costs time, not correctness.
    ignoreFileErrors(() => {
      const path = pathOf(kind, key);
      mkdirSync(join(folder, kind), { recursive: true });
      writeFileSync(`${path}.${process.pid}`, contentOf(text));
      renameSync(`${path}.${process.pid}`, path);
      if (filesOf(kind).length <= entries.most) return;
      for (const old of keys(kind).slice(entries.kept)) rmSync(pathOf(kind, old), { force: true });
    });
  };
  // One object for one entry, so that what is compared with itself is not compared at all.
  const read = new Map<string, unknown>();
  const kept = new WeakMap<object, string>();
  return {
    keys,
    keyOf: (value) => kept.get(value),
    read<Value>(kind: CacheKind, key: string) {
      const path = pathOf(kind, key);
      if (!read.has(path)) {
        const value = parseFile(path);
        if (value === undefined) return undefined;
        ignoreFileErrors(() => utimesSync(path, new Date(), new Date()));
        read.set(path, value);
        kept.set(value, key);
      }
      return read.get(path) as Value;
    },
    write: (kind, key, value) => writeText(kind, key, JSON.stringify(value)),
    keep(kind, value) {
      const known = kept.get(value);
      if (known !== undefined) return known;
      const text = JSON.stringify(value);
      const key = hashOf(text);
      if (sizeAt(pathOf(kind, key)) !== Buffer.byteLength(contentOf(text))) writeText(kind, key, text);
      kept.set(value, key);
      return key;
    },
  };
}

/** The key of what follows from these values. */
export function cacheKey(...values: readonly unknown[]): string {
  return hashOf(JSON.stringify(values));
}

function hashOf(text: string): string {
  return hash('sha256', text);
}

/** Its first line is the checksum of the rest. */
function contentOf(text: string): string {
  return `${crc32(text)}\n${text}`;
}

/** What was cut off or edited is taken away, to be written again. */
function parseFile(path: string): object | undefined {
  const content = ignoreFileErrors(() => readFileSync(path, 'utf8'));
  if (content === undefined) return undefined;
  const text = content.slice(content.indexOf('\n') + 1);
  if (content === contentOf(text)) return JSON.parse(text);
  ignoreFileErrors(() => rmSync(path, { force: true }));
  return undefined;
}

function listFolder(path: string): readonly string[] {
  return ignoreFileErrors(() => readdirSync(path)) ?? [];
}

function usedAt(path: string): number {
  return ignoreFileErrors(() => statSync(path).mtimeMs) ?? 0;
}

function sizeAt(path: string): number | undefined {
  return ignoreFileErrors(() => statSync(path).size);
}

function ignoreFileErrors<Value>(act: () => Value): Value | undefined {
  try {
    return act();
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'syscall' in error) return undefined;
    throw error;
  }
}
