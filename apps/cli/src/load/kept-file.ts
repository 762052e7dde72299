import { crc32 } from 'node:zlib';
import { version } from '../version';
import type { LoadedModule } from './loaded-module';
import { isInstalled, packageOf } from './package-of';

/** A module in the file. */
export interface Entry extends Pick<LoadedModule, 'path' | 'signature' | 'links' | 'mapFile'> {
  readonly chunk: number;
  /** Where its text is in that of the chunk. */
  readonly text: Range;
  /** Where what V8 made of it is in the code of the chunk. */
  readonly code: Range;
}

type Range = readonly [begin: number, end: number];

/**
 * Modules that are loaded together: the texts of all of them, and after these what V8 made of them. One string of all
 * texts, of which each is a part, lies outside of what the garbage collector moves.
 */
export interface Chunk {
  /** In one byte or two for a character. */
  readonly encoding: 'latin1' | 'utf16le';
  /** Where it begins after the header, and how many bytes it has. */
  readonly begin: number;
  readonly textBytes: number;
  readonly codeBytes: number;
  /** V8 believes what it is given. */
  readonly checksum: number;
}

/** Another one for another way of writing the file. */
export const layout = 2;

export interface Header {
  readonly layout: number;
  /** Of this package: another one may keep something else. */
  readonly version: string;
  readonly compiled: Readonly<Record<string, number>>;
  readonly chunks: readonly Chunk[];
  readonly entries: readonly Entry[];
}

/** Before the header: its checksum, and its length. */
export const prefixBytes = 8;

/** A module that is to be in the file. */
export interface Piece extends Pick<Entry, 'path' | 'signature' | 'links' | 'mapFile'> {
  readonly wrapped: string;
  readonly code: Buffer;
}

/** The file of what is kept: a header that says where each module is, and the modules in chunks. */
export function renderKeptFile(compiled: Header['compiled'], pieces: readonly Piece[]): Buffer {
  const chunks: Chunk[] = [];
  const entries: Entry[] = [];
  const parts: Buffer[] = [];
  let begin = 0;
  for (const group of groupsOf(pieces)) {
    const chunk = chunks.length;
    let [characters, codeBytes] = [0, 0];
    for (const { path, signature, links, mapFile, wrapped, code } of group) {
      const text: Range = [characters, characters + wrapped.length];
      entries.push({
        path,
        signature,
        links,
        mapFile,
        chunk,
        text,
        code: [codeBytes, codeBytes + code.length],
      });
      [characters, codeBytes] = [characters + wrapped.length, codeBytes + code.length];
    }
    const encoding = isInOneByte(group[0]?.wrapped ?? '') ? 'latin1' : 'utf16le';
    const texts = Buffer.from(group.map(({ wrapped }) => wrapped).join(''), encoding);
    const bytes = Buffer.concat([texts, ...group.map(({ code }) => code)]);
    chunks.push({ encoding, begin, textBytes: texts.length, codeBytes, checksum: crc32(bytes) });
    parts.push(bytes);
    begin += bytes.length;
  }
  const header: Header = { layout, version, compiled, chunks, entries };
  const headerBytes = Buffer.from(JSON.stringify(header));
  const prefix = Buffer.alloc(prefixBytes);
  prefix.writeUInt32LE(crc32(headerBytes), 0);
  prefix.writeUInt32LE(headerBytes.length, 4);
  return Buffer.concat([prefix, headerBytes, ...parts]);
}

/** A text of so many characters is worth a chunk of its own. */
const large = 2 ** 15;

/** Those of a package, or of a folder, whose texts are written alike. */
function groupsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const groups = new Map<string, Piece[]>();
  for (const piece of pieces) {
    const { path, wrapped } = piece;
    const place = wrapped.length > large && !isInstalled(path) ? path : packageOf(path);
    const key = `${isInOneByte(wrapped)} ${place}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [piece]);
    else group.push(piece);
  }
  return [...groups.values()];
}

function isInOneByte(text: string): boolean {
  return !/[^\0-\xff]/.test(text);
}
