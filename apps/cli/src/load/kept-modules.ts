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
import { crc32 } from 'node:zlib';
import { version } from '../version';
import { isDone } from './is-done';
import { isFileError } from './is-file-error';
import {
  type Chunk,
  type Entry,
  type Header,
  layout,
  type Piece,
  prefixBytes,
  renderKeptFile,
} from './kept-file';
import type { LoadedModule } from './loaded-module';

export interface KeptModule extends Pick<LoadedModule, 'signature' | 'links' | 'mapFile'> {
  /** Nothing where it is damaged. */
  readonly read: () => { readonly wrapped: string; readonly code: Buffer } | undefined;
}

/** What was loaded by commands before, by the path of each module. */
export interface KeptModules {
  readonly modules: ReadonlyMap<string, KeptModule>;
  /** For each command, how much of the code had been compiled when this was kept. */
  readonly compiled: Readonly<Record<string, number>>;
}

const nothing: KeptModules = { modules: new Map(), compiled: {} };

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
    const { compiled, chunks, entries, ...header }: Header = JSON.parse(bytes.toString());
    if (header.layout !== layout || header.version !== version) return nothing;
    const start = prefixBytes + bytes.length;
    const reading = chunks.map((chunk) => readOnce(descriptor, start, chunk));
    return {
      compiled,
      modules: new Map(entries.map((entry) => [entry.path, keptIn(reading[entry.chunk], entry)])),
    };
  } catch (error) {
    if (isFileError(error)) return nothing;
    throw error;
  }
}

type ReadChunk = () => { readonly text: string; readonly code: Buffer } | undefined;

/** The file stays open: what is asked for is read when it is. */
function readOnce(descriptor: number, start: number, chunk: Chunk): ReadChunk {
  const { encoding, begin, textBytes, codeBytes, checksum } = chunk;
  let found: ReturnType<ReadChunk> | null = null;
  return () => {
    if (found !== null) return found;
    const bytes = readAt(descriptor, start + begin, textBytes + codeBytes);
    const isWhole = bytes !== undefined && crc32(bytes) === checksum;
    found = isWhole
      ? { text: bytes.toString(encoding, 0, textBytes), code: bytes.subarray(textBytes) }
      : undefined;
    return found;
  };
}

function keptIn(
  readChunk: ReadChunk | undefined,
  { signature, links, mapFile, text, code }: Entry,
): KeptModule {
  return {
    signature,
    links,
    mapFile,
    read() {
      const chunk = readChunk?.();
      return chunk && { wrapped: chunk.text.slice(...text), code: chunk.code.subarray(...code) };
    },
  };
}

/** Nothing where the file ends before. */
function readAt(descriptor: number, position: number, length: number): Buffer | undefined {
  const bytes = Buffer.allocUnsafe(length);
  return readSync(descriptor, bytes, 0, length, position) === length ? bytes : undefined;
}

/** What other commands had loaded stays, where it is still installed. Whether it could be written. */
export function writeKeptModules(
  file: string,
  loaded: readonly LoadedModule[],
  { modules, compiled }: KeptModules,
): boolean {
  const next = `${file}.${process.pid}`;
  // Before all is gathered, so that where it may not be written no command takes that time.
  const isBegun = isDone(() => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(next, '');
  });
  if (!isBegun) return false;
  const paths = new Set(loaded.map(({ path }) => path));
  const others = [...modules].filter(([path]) => !paths.has(path) && existsSync(path));
  const isWritten = isDone(() => {
    const pieces = [...others.flatMap(pieceOfKept), ...loaded.map(pieceOfLoaded)];
    writeFileSync(next, renderKeptFile(compiled, pieces));
    renameSync(next, file);
  });
  isDone(() => removeAbandoned(file));
  if (!isWritten) removeKept(next);
  return isWritten;
}

export function removeKept(file: string): void {
  isDone(() => rmSync(file, { force: true }));
}

/** What writers left that were killed. */
function removeAbandoned(file: string): void {
  const names = readdirSync(dirname(file)).filter((name) => name.startsWith(`${basename(file)}.`));
  for (const path of names.map((name) => join(dirname(file), name))) {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found !== undefined && Date.now() - found.mtimeMs > abandonedMs) rmSync(path, { force: true });
  }
}

function pieceOfKept([path, { read, ...kept }]: readonly [string, KeptModule]): readonly Piece[] {
  const found = read();
  return found === undefined ? [] : [{ ...kept, path, ...found }];
}

function pieceOfLoaded({ script, ...loaded }: LoadedModule): Piece {
  return { ...loaded, code: script.createCachedData() };
}
