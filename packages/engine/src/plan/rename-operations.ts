import type { RenamedPart, RenamedSchema, RenamedThing, ResolvedRename } from '../answers/resolved-rename';
import type { MoveToSchema } from '../operations/move-to-schema';
import type { Operation } from '../operations/operation';
import type { RenamedObject } from '../operations/rename-object';
import { nameKey } from '../schema/name-key';
import type { QualifiedName } from '../schema/qualified-name';
import type { Schema } from '../schema/schema';

/** Renames as operations, each in the names that are valid when it runs: from the schemas down to the labels. */
export function renameOperations(
  renames: readonly ResolvedRename[],
  from: Schema,
  schemas: ReadonlyMap<string, string>,
  tableOf: (table: QualifiedName) => QualifiedName,
): readonly Operation[] {
  const things = renames.filter(isThing);
  const parts = renames.filter(isPart);
  const types = new Map(
    things.filter(({ kind }) => kind === 'type').map((rename) => [nameKey(rename.from), rename.to]),
  );
  const inSchema = ({ schema, name }: QualifiedName) => ({ schema: schemas.get(schema) ?? schema, name });

  return [
    ...inFreeOrder(
      renames.filter(isSchema).map(
        (rename): Renaming => ({
          key: rename.from,
          targetKey: rename.to,
          operations: [
            { kind: 'renameObject', object: { kind: 'schema' }, from: rename.from, to: rename.to },
          ],
        }),
      ),
    ),
    ...things.flatMap((rename) => missingSchema(rename.to.schema, from, schemas)).filter(isFirst),
    ...(['type', 'table', 'view', 'sequence'] as const).flatMap((kind) =>
      inFreeOrder(
        things
          .filter((rename) => rename.kind === kind)
          .map((rename): Renaming => {
            const start = inSchema(rename.from);
            return {
              key: nameKey(start),
              targetKey: nameKey(rename.to),
              operations: moveAndRename(objectKind(kind, rename.from, from), start, rename.to),
            };
          }),
      ),
    ),
    ...inFreeOrder(
      parts
        .filter(({ kind }) => kind === 'column')
        .map((rename): Renaming => {
          const table = tableOf(rename.of);
          return {
            key: JSON.stringify([nameKey(table), rename.from]),
            targetKey: JSON.stringify([nameKey(table), rename.to]),
            operations: [
              { kind: 'renameObject', object: { kind: 'column', table }, from: rename.from, to: rename.to },
            ],
          };
        }),
    ),
    ...parts
      .filter(({ kind }) => kind === 'label')
      .map(
        (rename): Operation => ({
          kind: 'renameEnumLabel',
          type: types.get(nameKey(rename.of)) ?? inSchema(rename.of),
          from: rename.from,
          to: rename.to,
        }),
      ),
  ];
}

interface Renaming {
  readonly key: string;
  readonly targetKey: string;
  readonly operations: readonly Operation[];
}

/** A name must be free before it is taken: `b` becomes `c` before `a` becomes `b`. */
function inFreeOrder(renamings: readonly Renaming[]): readonly Operation[] {
  const bySource = new Map(renamings.map((renaming) => [renaming.key, renaming]));
  const done = new Set<Renaming>();
  const ordered: Operation[] = [];
  const visit = (renaming: Renaming, path: readonly Renaming[]) => {
    if (done.has(renaming) || path.includes(renaming)) return;
    const inTheWay = bySource.get(renaming.targetKey);
    if (inTheWay !== undefined) visit(inTheWay, [...path, renaming]);
    done.add(renaming);
    ordered.push(...renaming.operations);
  };
  for (const renaming of renamings) visit(renaming, []);
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
