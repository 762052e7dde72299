import {
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { version } from '../version';
import type { Links } from './follow-links';

/** A module as it was loaded, with the path that Node knows it by. */
export interface LoadedModule {
  readonly path: string;
  readonly signature: string;
  /** Its text in Node's wrapper. */
  readonly wrapped: string;
  readonly script: Script;
  readonly links: Links;
}

export interface KeptModule {
  readonly signature: string;
  readonly links: Links;
  /** Nothing where it is damaged. The code is to be used before the next one is read. */
  readonly read: () => { readonly wrapped: string; readonly code: Buffer } | undefined;
}

/** What was loaded by commands before, by the path of each module. */
export interface KeptModules {
  readonly modules: ReadonlyMap<string, KeptModule>;
  /** For each command, how much of the code had been compiled when this was kept. */
  readonly compiled: Readonly<Record<string, number>>;
}

/** A module in the file: its text, in one byte or two for a character, and after it what V8 made of that. */
interface Entry {
  readonly path: string;
  readonly signature: string;
  readonly links: Links;
  readonly encoding: 'latin1' | 'utf16le';
  /** Where it begins after the header, and how many bytes it has. */
  readonly begin: number;
  readonly textBytes: number;
  readonly codeBytes: number;
  /** V8 believes what it is given. */
  readonly checksum: number;
}

interface Header {
  /** Of this package: another one may keep something else, or write it otherwise. */
  readonly version: string;
  readonly compiled: Readonly<Record<string, number>>;
  readonly entries: readonly Entry[];
}

const nothing: KeptModules = { modules: new Map(), compiled: {} };

/** In bytes: what most modules need. */
const leastSpace = 2 ** 20;

/** Before the header: its checksum, and its length. */
const prefixBytes = 8;

/** No writer takes so long. */
const abandonedMs = 3_600_000;

/** What is kept there, or nothing: where nothing is, and where something else is than was written. */
export function readKeptModules(file: string): KeptModules {
  try {
    const descriptor = openSync(file, 'r');
    const prefix = readAt(descriptor, 0, prefixBytes);
    if (prefix === undefined) return nothing;
    const length = prefix.readUInt32LE(4);
    const isWhole = prefixBytes + length <= fstatSync(descriptor).size;
    const bytes = isWhole ? readAt(descriptor, prefixBytes, length) : undefined;
    if (bytes === undefined || crc32(bytes) !== prefix.readUInt32LE(0)) return nothing;
    const { compiled, entries, ...header }: Header = JSON.parse(bytes.toString());
    if (header.version !== version) return nothing;
    const start = prefixBytes + bytes.length;
    return {
      compiled,
      modules: new Map(entries.map((entry) => [entry.path, keptAt(descriptor, start, entry)])),
    };
  } catch (error) {
    if (isFileError(error)) return nothing;
    throw error;
  }
}

/** Memory outside of the heap, for each module anew, would have the garbage collected again and again. */
let space = Buffer.allocUnsafe(0);

/** The file stays open: what is asked for is read when it is. */
function keptAt(descriptor: number, start: number, entry: Entry): KeptModule {
  const { signature, links, encoding, begin, textBytes, codeBytes, checksum } = entry;
  return {
    ...{ signature, links },
    read() {
      const length = textBytes + codeBytes;
      if (space.length < length) space = Buffer.allocUnsafe(Math.max(length, leastSpace));
      const bytes = readAt(descriptor, start + begin, length, space);
      if (bytes === undefined || crc32(bytes) !== checksum) return undefined;
      return { wrapped: bytes.toString(encoding, 0, textBytes), code: bytes.subarray(textBytes) };
    },
  };
}

/** Nothing where the file ends before. */
function readAt(descriptor: number, position: number, length: number, into?: Buffer): Buffer | undefined {
  const bytes = (into ?? Buffer.allocUnsafe(length)).subarray(0, length);
  return readSync(descriptor, bytes, 0, length, position) === length ? bytes : undefined;
}

/** What other commands had loaded stays, where it is still installed. */
export function writeKeptModules(
  file: string,
  loaded: readonly LoadedModule[],
  { modules, compiled }: KeptModules,
): void {
  const next = `${file}.${process.pid}`;
  // Before all is gathered, so that where it may not be written no command takes that time.
  const isBegun = isDone(() => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(next, '');
  });
  if (!isBegun) return;
  const paths = new Set(loaded.map(({ path }) => path));
  const others = [...modules].filter(([path]) => !paths.has(path) && existsSync(path));
  const isWritten = isDone(() => {
    const pieces = [...others.flatMap(pieceOfKept), ...loaded.map(pieceOfLoaded)];
    writeFileSync(next, renderFile(compiled, pieces));
    renameSync(next, file);
  });
  isDone(() => removeAbandoned(file));
  if (!isWritten) isDone(() => rmSync(next, { force: true }));
}

/** A folder that may not be written, or a disk that is full, costs time, not correctness. */
function isDone(act: () => void): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (!isFileError(error)) throw error;
    return false;
  }
}

/** What writers left that were killed. */
function removeAbandoned(file: string): void {
  const names = readdirSync(dirname(file)).filter((name) => name.startsWith(`${basename(file)}.`));
  for (const path of names.map((name) => join(dirname(file), name))) {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found !== undefined && Date.now() - found.mtimeMs > abandonedMs) rmSync(path, { force: true });
  }
}

interface Piece extends Pick<Entry, 'path' | 'signature' | 'links'> {
  readonly wrapped: string;
  readonly code: Buffer;
}

function pieceOfKept([path, { signature, links, read }]: readonly [string, KeptModule]): readonly Piece[] {
  const kept = read();
  return kept === undefined
    ? []
    : [{ ...{ path, signature, links, wrapped: kept.wrapped }, code: Buffer.from(kept.code) }];
}

function pieceOfLoaded({ path, signature, links, wrapped, script }: LoadedModule): Piece {
  return { path, signature, links, wrapped, code: script.createCachedData() };
}

function renderFile(compiled: Readonly<Record<string, number>>, pieces: readonly Piece[]): Buffer {
  let end = 0;
  const parts: Buffer[] = [];
  const entries = pieces.map(({ path, signature, links, wrapped, code }): Entry => {
    const inOneByte = Buffer.from(wrapped, 'latin1');
    const encoding = inOneByte.toString('latin1') === wrapped ? 'latin1' : 'utf16le';
    const text = encoding === 'latin1' ? inOneByte : Buffer.from(wrapped, encoding);
    const bytes = Buffer.concat([text, code]);
    const begin = end;
    end += bytes.length;
    parts.push(bytes);
    const sizes = { begin, textBytes: text.length, codeBytes: code.length };
    return { ...{ path, signature, links, encoding }, ...sizes, checksum: crc32(bytes) };
  });
  const header: Header = { version, compiled, entries };
  const headerBytes = Buffer.from(JSON.stringify(header));
  const prefix = Buffer.alloc(prefixBytes);
  prefix.writeUInt32LE(crc32(headerBytes), 0);
  prefix.writeUInt32LE(headerBytes.length, 4);
  return Buffer.concat([prefix, headerBytes, ...parts]);
}

/** What Node itself refuses, by `--permission`, has a code of its own. */
function isFileError(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && /^E[A-Z]+$|^ERR_ACCESS_DENIED$/.test(String(error.code))
  );
}
