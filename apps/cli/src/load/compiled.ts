import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Script } from 'node:vm';

/** What V8 compiled, as a file keeps it. */
export interface Compiled {
  /** By the path of a module: the hash of its text, and where V8's answer to that begins and ends in `bytes`. */
  readonly modules: Readonly<Record<string, readonly [hash: string, begin: number, end: number]>>;
  /** For each command, how much of the code had been compiled when this was kept. */
  readonly compiled: Readonly<Record<string, number>>;
  readonly bytes: Buffer;
}

const nothing: Compiled = { modules: {}, compiled: {}, bytes: Buffer.alloc(0) };

/** V8 believes what it is given: the hash of all that was kept stands before it. */
const digestBytes = 32;
const beforeHeader = digestBytes + 4;

/** A module as it was loaded. */
export interface Loaded {
  readonly hash: string;
  readonly script: Script;
}

/** What is kept there, or nothing: where nothing is, and where something else is than was written. */
export function readCompiled(file: string): Compiled {
  try {
    const all = readFileSync(file);
    if (!digestOf(all.subarray(digestBytes)).equals(all.subarray(0, digestBytes))) return nothing;
    const begin = beforeHeader + all.readUInt32LE(digestBytes);
    const { modules, compiled } = JSON.parse(all.toString('utf8', beforeHeader, begin));
    return { modules, compiled, bytes: all.subarray(begin) };
  } catch (error) {
    if (isFileError(error)) return nothing;
    throw error;
  }
}

/** What other commands had compiled stays, where it is still installed. */
export function writeCompiled(file: string, loaded: ReadonlyMap<string, Loaded>, kept: Compiled): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    // Before all is gathered, so that where it may not be written no command takes that time.
    writeFileSync(`${file}.${process.pid}`, '');
    writeFileSync(`${file}.${process.pid}`, gather(loaded, kept));
    renameSync(`${file}.${process.pid}`, file);
  } catch (error) {
    // A folder that may not be written costs time, not correctness.
    if (!isFileError(error)) throw error;
  }
}

function gather(loaded: ReadonlyMap<string, Loaded>, kept: Compiled): Buffer {
  const others = Object.entries(kept.modules).filter(([path]) => !loaded.has(path) && existsSync(path));
  const parts = [
    ...others.map(([path, [hash, begin, end]]) => [path, hash, kept.bytes.subarray(begin, end)] as const),
    ...[...loaded].map(([path, { hash, script }]) => [path, hash, script.createCachedData()] as const),
  ];
  const modules: Record<string, readonly [string, number, number]> = {};
  let end = 0;
  for (const [path, hash, bytes] of parts) {
    modules[path] = [hash, end, end + bytes.length];
    end += bytes.length;
  }
  const header = Buffer.from(JSON.stringify({ modules, compiled: kept.compiled }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  const all = Buffer.concat([length, header, ...parts.map(([, , bytes]) => bytes)]);
  return Buffer.concat([digestOf(all), all]);
}

function digestOf(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** Where files are in archives, as Yarn has them, an error has its code alone, and no `syscall`. */
function isFileError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code));
}
