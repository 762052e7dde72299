import type { RenamedPart, RenamedSchema, RenamedThing, ResolvedRename } from '../../answers/resolved-rename';
import { asideName } from '../../operations/aside-name';
import type { MoveToSchema } from '../../operations/move-to-schema';
import type { Operation } from '../../operations/operation';
import type { RenamedObject } from '../../operations/rename-object';
import { nameKey } from '../../schema/name-key';
import type { QualifiedName } from '../../schema/qualified-name';
import type { Schema } from '../../schema/schema';
import { NamesInTheWay } from './names-in-the-way';
import { inRenamedSchema } from './new-names';

/** Renames as operations, each in the names that are valid when it runs: from the schemas down to the labels. */
export function renameOperations(
  renames: readonly ResolvedRename[],
  from: Schema,
  schemas: ReadonlyMap<string, string>,
  tableOf: (table: QualifiedName) => QualifiedName,
): readonly Operation[] {
  if (renames.length === 0) return [];
  const things = renames.filter(isThing);
  const parts = renames.filter(isPart);
  const types = new Map(
    things.filter(({ kind }) => kind === 'type').map((rename) => [nameKey(rename.from), rename.to]),
  );
  const inSchema = (name: QualifiedName) => inRenamedSchema(name, schemas);
  const inTheWay = new NamesInTheWay(from, things, inSchema);

  const ofSchema = ({ from: name, to }: RenamedSchema) =>
    renaming([], name, to, (before, after) => renameObject({ kind: 'schema' }, before, after));
  const ofColumn = ({ of, from: name, to }: RenamedPart) => {
    const table = tableOf(of);
    return renaming([table.schema, table.name], name, to, (before, after) =>
      renameObject({ kind: 'column', table }, before, after),
    );
  };
  const ofLabel = ({ of, from: name, to }: RenamedPart) => {
    const type = types.get(nameKey(of)) ?? inSchema(of);
    return renaming([type.schema, type.name], name, to, (before, after) => ({
      kind: 'renameEnumLabel',
      type,
      from: before,
      to: after,
    }));
  };

  const ofKind = <One extends { readonly kind: string }>(all: readonly One[], kind: One['kind']) =>
    all.filter((rename) => rename.kind === kind);
  return [
    ...inFreeOrder(renames.filter(isSchema).map(ofSchema)),
    ...things.flatMap((rename) => missingSchema(rename.to.schema, from, schemas)).filter(isFirst),
    ...(['type', 'table', 'view', 'sequence'] as const).flatMap((kind) =>
      inFreeOrder(
        ofKind(things, kind).map((rename) => renamingOfThing(rename, { from, inSchema, inTheWay })),
      ),
    ),
    ...inFreeOrder(ofKind(parts, 'column').map(ofColumn)),
    ...inFreeOrder(ofKind(parts, 'label').map(ofLabel)),
  ];
}

interface Place {
  readonly from: Schema;
  /** The name in the schema that is called so then. */
  readonly inSchema: (name: QualifiedName) => QualifiedName;
  readonly inTheWay: NamesInTheWay;
}

function renamingOfThing(rename: RenamedThing, { from, inSchema, inTheWay }: Place): Renaming {
  const start = inSchema(rename.from);
  const object = objectKind(rename.kind, rename.from, from);
  const stepAside = renameObject({ kind: object, schema: start.schema }, start.name, aside);
  const renameAside = moveAndRename(object, { ...start, name: aside }, rename.to);
  const mustStepAside =
    start.schema !== rename.to.schema &&
    start.name !== rename.to.name &&
    inTheWay.includes({ schema: rename.to.schema, name: start.name });
  const companions = inTheWay.stepAside(rename.from, start, rename.to.schema);
  return {
    key: nameKey(start),
    targetKey: nameKey(rename.to),
    aside: [...companions, stepAside],
    rename: [
      ...companions,
      ...(mustStepAside ? [stepAside, ...renameAside] : moveAndRename(object, start, rename.to)),
    ],
    renameAside,
  };
}

/** One circle after the other is gone through, so that one name does for all. */
const aside = asideName(1);

interface Renaming {
  readonly key: string;
  readonly targetKey: string;
  readonly rename: readonly Operation[];
  /** Frees the name where others wait for it in a circle; then it is from there that it gets its new one. */
  readonly aside: readonly Operation[];
  readonly renameAside: readonly Operation[];
}

function renaming(
  within: readonly string[],
  from: string,
  to: string,
  operation: (from: string, to: string) => Operation,
): Renaming {
  return {
    key: JSON.stringify([...within, from]),
    targetKey: JSON.stringify([...within, to]),
    rename: [operation(from, to)],
    aside: [operation(from, aside)],
    renameAside: [operation(aside, to)],
  };
}

function renameObject(object: RenamedObject, from: string, to: string): Operation {
  return { kind: 'renameObject', object, from, to };
}

/** A name must be free before it is taken: `b` becomes `c` before `a` becomes `b`. */
function inFreeOrder(renamings: readonly Renaming[]): readonly Operation[] {
  const bySource = new Map(renamings.map((renaming) => [renaming.key, renaming]));
  const begun = new Set<Renaming>();
  const finished = new Set<Renaming>();
  const steppedAside = new Set<Renaming>();
  const ordered: Operation[] = [];
  const visit = (renaming: Renaming) => {
    if (begun.has(renaming)) return;
    begun.add(renaming);
    const inTheWay = bySource.get(renaming.targetKey);
    if (inTheWay !== undefined && begun.has(inTheWay) && !finished.has(inTheWay)) {
      steppedAside.add(inTheWay);
      ordered.push(...inTheWay.aside);
    } else if (inTheWay !== undefined) {
      visit(inTheWay);
    }
    finished.add(renaming);
    ordered.push(...(steppedAside.has(renaming) ? renaming.renameAside : renaming.rename));
  };
  for (const renaming of renamings) visit(renaming);
  return ordered;
}

type Moved = Exclude<MoveToSchema['object'], 'extension'>;

function moveAndRename(kind: Moved, from: QualifiedName, to: QualifiedName): readonly Operation[] {
  const object: RenamedObject = { kind, schema: to.schema };
  return [
    ...(from.schema === to.schema
      ? []
      : [{ kind: 'moveToSchema', object: kind, name: from.name, from: from.schema, to: to.schema } as const]),
    ...(from.name === to.name
      ? []
      : [{ kind: 'renameObject', object, from: from.name, to: to.name } as const]),
  ];
}

function objectKind(kind: 'table' | 'type' | 'view' | 'sequence', name: QualifiedName, from: Schema): Moved {
  const isIt = (candidate: QualifiedName) => nameKey(candidate) === nameKey(name);
  if (kind === 'view' && from.materializedViews.some(isIt)) return 'materializedView';
  if (kind === 'type' && from.domains.some(isIt)) return 'domain';
  return kind;
}

function isSchema(rename: ResolvedRename): rename is RenamedSchema {
  return rename.kind === 'schema';
}

function isPart(rename: ResolvedRename): rename is RenamedPart {
  return rename.kind === 'column' || rename.kind === 'label';
}

function isThing(rename: ResolvedRename): rename is RenamedThing {
  return !isSchema(rename) && !isPart(rename);
}

function missingSchema(
  name: string,
  from: Schema,
  schemas: ReadonlyMap<string, string>,
): readonly Operation[] {
  const isThere = from.namespaces.some(
    (namespace) => (schemas.get(namespace.name) ?? namespace.name) === name,
  );
  return isThere ? [] : [{ kind: 'createSchema', namespace: { name, comment: null } }];
}

function isFirst(operation: Operation, index: number, all: readonly Operation[]): boolean {
  const name = (other: Operation) => (other.kind === 'createSchema' ? other.namespace.name : '');
  return all.findIndex((other) => name(other) === name(operation)) === index;
}
