import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What was found out about a migration's module by loading it, and follows from the bytes of its file alone. */
export interface KnownModule {
  readonly exportedName: string;
  readonly recordedName: string;
  /** The properties of its instances. */
  readonly properties: { readonly name?: string; readonly transaction?: boolean };
  readonly checksum: string;
}

/** What is known of modules, by the bytes of their files. The file in which it is kept can be deleted at any time. */
export interface KnownModules {
  readonly find: (bytes: string) => KnownModule | undefined;
  readonly learn: (bytes: string, known: KnownModule) => void;
  /** Keeps what was asked for and learned, and forgets the rest. */
  readonly save: () => void;
}

/** Another one where what is kept has another meaning. */
const format = 1;

export function readKnownModules(path: string): KnownModules {
  const before = parseEntries(path);
  const used = new Map<string, KnownModule>();
  let isNew = false;
  return {
    find: (bytes) => {
      const key = hashOf(bytes);
      const known = before.get(key);
      if (known !== undefined) used.set(key, known);
      return known;
    },
    learn: (bytes, known) => {
      used.set(hashOf(bytes), known);
      isNew = true;
    },
    save: () => {
      if (isNew) writeEntries(path, used);
    },
  };
}

function hashOf(bytes: string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function title(): string {
  const { version }: { version: string } = require('../../package.json');
  return `${version} ${format}`;
}

/** The first line is the hash of the rest: what was cut off or edited is as if it were not there. */
function parseEntries(path: string): ReadonlyMap<string, KnownModule> {
  const content = ignoringFileErrors(() => readFileSync(path, 'utf8')) ?? '';
  const end = content.indexOf('\n');
  const text = content.slice(end + 1);
  if (end === -1 || content.slice(0, end) !== hashOf(text)) return new Map();
  const kept: { readonly title: string; readonly entries: readonly [string, KnownModule][] } =
    JSON.parse(text);
  return new Map(kept.title === title() ? kept.entries : []);
}

function writeEntries(path: string, entries: ReadonlyMap<string, KnownModule>): void {
  const text = JSON.stringify({ title: title(), entries: [...entries] });
  // A folder that may not be written costs time, not correctness.
  ignoringFileErrors(() => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.${process.pid}`, `${hashOf(text)}\n${text}`);
    renameSync(`${path}.${process.pid}`, path);
  });
}

function ignoringFileErrors<Value>(act: () => Value): Value | undefined {
  try {
    return act();
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'syscall' in error) return undefined;
    throw error;
  }
}
