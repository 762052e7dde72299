import { hash } from 'node:crypto';
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

/** What all that is asked of a migration, until it runs, follows from. */
export interface KnownMigration extends KnownModule {
  /** It is nothing but statements. */
  readonly isPlain: boolean;
}

/** What is known of modules, by the bytes of their files. The file in which it is kept can be deleted at any time. */
export interface KnownModules {
  readonly find: (bytes: string) => KnownModule | undefined;
  readonly learn: (bytes: string, known: KnownModule) => void;
  /** The migrations of a history that was found to be in order, by the names and bytes of all its files. */
  readonly findHistory: (files: readonly string[]) => readonly KnownMigration[] | undefined;
  readonly learnHistory: (files: readonly string[], migrations: readonly KnownMigration[]) => void;
  /** Keeps what was asked for and learned, and forgets the rest. */
  readonly save: () => void;
}

/** Another one where what is kept has another meaning. */
const format = 2;

export function readKnownModules(path: string): KnownModules {
  const before = parseKept(path);
  const used = new Map<string, KnownModule>();
  let history = before.history;
  let isNew = false;
  return {
    findHistory: (files) => (history?.key === keyOf(files) ? history.migrations : undefined),
    learnHistory: (files, migrations) => {
      history = { key: keyOf(files), migrations };
      isNew = true;
    },
    find: (bytes) => {
      const key = hashOf(bytes);
      const known = used.get(key) ?? before.modules.get(key);
      if (known !== undefined) used.set(key, known);
      return known;
    },
    learn: (bytes, known) => {
      used.set(hashOf(bytes), known);
      isNew = true;
    },
    save: () => {
      if (isNew) writeKept(path, { modules: used, history });
    },
  };
}

/** With their lengths, so that none can be taken for the end of the one before. */
function keyOf(files: readonly string[]): string {
  return hashOf(`${files.map(({ length }) => length).join()}\n${files.join('')}`);
}

interface Kept {
  readonly modules: ReadonlyMap<string, KnownModule>;
  readonly history?: { readonly key: string; readonly migrations: readonly KnownMigration[] } | undefined;
}

function hashOf(bytes: string): string {
  return hash('sha256', bytes);
}

function title(): string {
  const { version }: { version: string } = require('../../package.json');
  return `${version} ${format}`;
}

/** The first line is the hash of the rest: what was cut off or edited is as if it were not there. */
function parseKept(path: string): Kept {
  const content = ignoringFileErrors(() => readFileSync(path, 'utf8')) ?? '';
  const end = content.indexOf('\n');
  const text = content.slice(end + 1);
  if (end === -1 || content.slice(0, end) !== hashOf(text)) return { modules: new Map() };
  const kept: {
    readonly title: string;
    readonly modules: readonly [string, KnownModule][];
    readonly history?: Kept['history'];
  } = JSON.parse(text);
  if (kept.title !== title()) return { modules: new Map() };
  return { modules: new Map(kept.modules), history: kept.history };
}

function writeKept(path: string, { modules, history }: Kept): void {
  const text = JSON.stringify({ title: title(), modules: [...modules], history });
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
