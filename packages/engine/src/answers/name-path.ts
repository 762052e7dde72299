/** A name as people write it: `table`, `table.column`, `schema.table.column`; parts with dots or capitals may be quoted. */
export type NamePath = readonly string[];

export interface ParsedPath {
  readonly path: NamePath;
  /** What follows the path. */
  readonly rest: string;
}

const bareEnd = /[.="(]/;

/** Reads a path from the start of `text`, up to `=` or `(` or the end; or says what is wrong with it. */
export function parseNamePath(text: string): ParsedPath | { readonly problem: string } {
  const path: string[] = [];
  let at = 0;
  for (;;) {
    const part = text[at] === '"' ? readQuoted(text, at) : readBare(text, at);
    if ('problem' in part) return part;
    if (part.name === '') return { problem: 'a name is missing' };
    path.push(part.name);
    at = part.end;
    if (text[at] !== '.') break;
    at += 1;
  }
  if (path.length > 3) return { problem: 'a name has at most three parts: schema.table.column' };
  return { path, rest: text.slice(at) };
}

type Part = { readonly name: string; readonly end: number } | { readonly problem: string };

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

/** The path as it is typed: a part is quoted where it would be misread. */
export function formatNamePath(path: NamePath): string {
  return path.map((part) => (/[.="(:\s,']/.test(part) ? `"${part.replaceAll('"', '""')}"` : part)).join('.');
}
