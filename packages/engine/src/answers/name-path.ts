import type { QualifiedName } from '../schema/qualified-name';
/** A name as people write it: `table`, `table.column`, `schema.table.column`; parts with dots or capitals may be quoted. */
export type NamePath = readonly [string, ...string[]];

/** A column with its table, or a label with its type: `table.column`, `schema.table.column`. */
export type PartPath = readonly [string, string] | readonly [string, string, string];

export interface ParsedPath {
  readonly path: NamePath;
  /** What follows the path. */
  readonly rest: string;
}

const bareEnd = /[.="(]/;

/** Reads a path from the start of `text`, up to `=` or `(` or the end; or says what is wrong with it. */
export function parseNamePath(text: string): ParsedPath | { readonly problem: string } {
  const first = readPart(text, 0);
  if ('problem' in first) return first;
  const path: [string, ...string[]] = [first.name];
  let at = first.end;
  while (text[at] === '.') {
    const part = readPart(text, at + 1);
    if ('problem' in part) return part;
    path.push(part.name);
    at = part.end;
  }
  if (path.length > 3) return { problem: 'a name has at most three parts: schema.table.column' };
  return { path, rest: text.slice(at) };
}

type Part = { readonly name: string; readonly end: number } | { readonly problem: string };

function readPart(text: string, start: number): Part {
  const part = text[start] === '"' ? readQuoted(text, start) : readBare(text, start);
  return 'problem' in part || part.name !== '' ? part : { problem: 'a name is missing' };
}

function readQuoted(text: string, start: number): Part {
  let name = '';
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') name += text[at];
    else if (text[at + 1] === '"') {
      name += '"';
      at += 1;
    } else return { name, end: at + 1 };
  }
  return { problem: 'a quote is not closed' };
}

function readBare(text: string, start: number): Part {
  let end = start;
  while (end < text.length && !bareEnd.test(text.charAt(end))) end += 1;
  return { name: text.slice(start, end).trim(), end };
}

/** The path of a part; `undefined` where it names something alone. */
export function partPath([first, second, third]: NamePath): PartPath | undefined {
  if (second === undefined) return undefined;
  return third === undefined ? [first, second] : [first, second, third];
}

/** The part, and what it is of; that is in the default schema where the path has none. */
export function ownerAndPart(
  path: PartPath,
  defaultSchema: string,
): { readonly owner: QualifiedName; readonly part: string } {
  const [schema, name, part] = path.length === 2 ? ([defaultSchema, ...path] as const) : path;
  return { owner: { schema, name }, part };
}

/** What the path names, without what that is in. */
export function lastName(path: NamePath): string {
  return path.at(-1) ?? path[0];
}

/** The path as it is typed: a part is quoted where it would be misread. */
export function formatNamePath(path: readonly string[]): string {
  return path.map((part) => (/[.="(:\s,']/.test(part) ? `"${part.replaceAll('"', '""')}"` : part)).join('.');
}
