import { findNamed } from '../schema/find-named';
import { nameKey } from '../schema/name-key';
import type { QualifiedName } from '../schema/qualified-name';
import { type Schema, typesOf } from '../schema/schema';
import type { Rename, RenameKind } from './answers';
import { formatNamePath, lastName } from './name-path';

/** A rename whose object was found. */
export type ResolvedRename = RenamedSchema | RenamedThing | RenamedPart;

export interface RenamedSchema {
  readonly kind: 'schema';
  readonly from: string;
  readonly to: string;
}

export interface RenamedThing {
  readonly kind: 'table' | 'type' | 'view' | 'sequence';
  readonly from: QualifiedName;
  readonly to: QualifiedName;
}

export interface RenamedPart {
  readonly kind: 'column' | 'label';
  /** The table or type, as `from` names it. */
  readonly of: QualifiedName;
  readonly from: string;
  readonly to: string;
}

/** Finds what a rename names in `from`; where it does not say of what kind, there must be just one. */
export function resolveRename(
  rename: Rename,
  from: Schema,
  defaultSchema: string,
): ResolvedRename | { readonly problem: string } {
  const kinds: readonly RenameKind[] =
    rename.kind === undefined ? ['column', 'table', 'type', 'view', 'sequence', 'schema'] : [rename.kind];
  const found = kinds.flatMap((kind) => find(kind, rename, from, defaultSchema));
  const [first, second] = found;
  if (first === undefined) {
    return {
      problem: `the history has no ${rename.kind ?? 'table or column'} ${formatNamePath(rename.from)}`,
    };
  }
  if (second !== undefined && first.kind !== 'table') {
    const choices = found.map(({ kind }) => `${kind}:${rename.text}`).join(' or ');
    return { problem: `more than one thing has that name: say ${choices}` };
  }
  return first;
}

function find(
  kind: RenameKind,
  { from: path, to: target }: Rename,
  schema: Schema,
  defaultSchema: string,
): readonly ResolvedRename[] {
  const last = lastName(target);
  switch (kind) {
    case 'schema':
      return path.length === 1 && schema.namespaces.some(({ name }) => name === path[0])
        ? [{ kind, from: path[0], to: last }]
        : [];
    case 'table':
    case 'type':
    case 'view':
    case 'sequence': {
      const name = qualify(path, defaultSchema);
      if (name === null || !namesOf(kind, schema).some((known) => nameKey(known) === nameKey(name)))
        return [];
      const to = { schema: target.at(-2) ?? name.schema, name: last };
      return [{ kind, from: name, to }];
    }
    case 'column':
    case 'label': {
      const of = qualify(path.slice(0, -1), defaultSchema);
      const part = lastName(path);
      if (of === null || !partsOf(kind, of, schema).includes(part)) return [];
      return [{ kind, of, from: part, to: last }];
    }
  }
}

function qualify(path: readonly string[], defaultSchema: string): QualifiedName | null {
  const [first, second, third] = path;
  if (first === undefined || third !== undefined) return null;
  return second === undefined ? { schema: defaultSchema, name: first } : { schema: first, name: second };
}

function namesOf(kind: 'table' | 'type' | 'view' | 'sequence', schema: Schema): readonly QualifiedName[] {
  switch (kind) {
    case 'table':
      return schema.tables;
    case 'type':
      return typesOf(schema);
    case 'view':
      return [...schema.views, ...schema.materializedViews];
    case 'sequence':
      return schema.sequences;
  }
}

function partsOf(kind: 'column' | 'label', of: QualifiedName, schema: Schema): readonly string[] {
  return kind === 'column'
    ? (findNamed(schema.tables, of)?.columns ?? []).map(({ name }) => name)
    : (findNamed(schema.enums, of)?.labels ?? []);
}
