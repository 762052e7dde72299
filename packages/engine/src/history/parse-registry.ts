/** A line of the registry's list. */
export interface RegisteredMigration {
  /** The name of the file without its extension. */
  readonly stem: string;
  /** The name of the class in that file, `default` where it has no other. */
  readonly exportedName: string;
}

/**
 * Reads the registry's list off its text, without loading every migration, where it is imports and one list of what they
 * import. Undefined: there is more in it, and only its module can say what it lists.
 */
export function parseRegistry(code: string): readonly RegisteredMigration[] | undefined {
  const imported = new Map<string, RegisteredMigration>();
  let at = 0;
  const take = (pattern: RegExp) => {
    blank.lastIndex = at;
    blank.exec(code);
    pattern.lastIndex = blank.lastIndex;
    const found = pattern.exec(code);
    if (found !== null) at = pattern.lastIndex;
    return found;
  };
  for (let found = take(importLine); found !== null; found = take(importLine)) {
    const [, named, byDefault, stem = ''] = found;
    const local = named ?? byDefault ?? '';
    if (imported.has(local)) return undefined;
    imported.set(local, { stem, exportedName: named ?? 'default' });
  }
  if (take(listStart) === null) return undefined;
  const listed: RegisteredMigration[] = [];
  while (take(listEnd) === null) {
    const entry = imported.get(take(listEntry)?.[1] ?? '');
    if (entry === undefined) return undefined;
    listed.push(entry);
  }
  return take(/$/y) === null ? undefined : listed;
}

const blank = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const importLine =
  /import\s*(?:\{\s*([\p{ID_Start}$_][\p{ID_Continue}$]*)\s*,?\s*\}|([\p{ID_Start}$_][\p{ID_Continue}$]*))\s*from\s*['"]\.\/(\d[^'"\n]*?)(?:\.[jt]s)?['"]\s*;?/uy;
const listStart = /export\s+const\s+migrations\s*=\s*\[/y;
const listEntry = /([\p{ID_Start}$_][\p{ID_Continue}$]*)\s*(?:,|(?=\]))/uy;
const listEnd = /\]\s*;?/y;
