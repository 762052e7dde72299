import type { ResolvedRename } from '../../answers/resolved-rename';
import { asideName } from '../../operations/aside-name';
import type { RenamedObject, RenameObject } from '../../operations/rename-object';
import { sequenceOf } from '../../schema/column';
import { hasIndex } from '../../schema/constraint';
import { findNamed } from '../../schema/find-named';
import { nameKey } from '../../schema/name-key';
import type { QualifiedName } from '../../schema/qualified-name';
import { type Schema, typesOf } from '../../schema/schema';
import type { Table } from '../../schema/table';
import type { MaterializedView } from '../../schema/view';

/** What has a name of its own in the schema of its relation, and moves with that. */
interface Companion {
  readonly name: string;
  /** As what it is renamed there. */
  readonly objectAt: (relation: QualifiedName) => RenamedObject;
}

/** What a thing, and what it takes along, may meet on its way to another schema. */
export class NamesInTheWay {
  readonly #relations: readonly (Table | MaterializedView)[];
  readonly #taken: Set<string>;
  #stepped = 0;

  constructor(
    from: Schema,
    renames: readonly ResolvedRename[],
    inSchema: (name: QualifiedName) => QualifiedName,
  ) {
    this.#relations = [...from.tables, ...from.materializedViews];
    const targets = renames.flatMap((rename) =>
      rename.kind === 'schema' || 'of' in rename ? [] : [rename.to],
    );
    this.#taken = new Set([...namesOf(from).map(inSchema), ...targets].map(nameKey));
  }

  includes(name: QualifiedName): boolean {
    return this.#taken.has(nameKey(name));
  }

  /**
   * Of what goes along with a relation, what cannot under its own name. It gets the one that it shall have when it is
   * there, with all else that gets another name.
   */
  stepAside(of: QualifiedName, now: QualifiedName, target: string): readonly RenameObject[] {
    const relation = now.schema === target ? undefined : findNamed(this.#relations, of);
    if (relation === undefined) return [];
    return companionsOf(relation).flatMap(({ name, objectAt }) => {
      const there = { schema: target, name };
      if (!this.includes(there)) {
        this.#taken.add(nameKey(there));
        return [];
      }
      this.#stepped += 1;
      // The first such name is the relation's own.
      const to = asideName(this.#stepped + 1);
      return [{ kind: 'renameObject', object: objectAt(now), from: name, to }];
    });
  }
}

function companionsOf(relation: Table | MaterializedView): readonly Companion[] {
  const indexes = relation.indexes.map(
    ({ name }): Companion => ({ name, objectAt: ({ schema }) => ({ kind: 'index', schema }) }),
  );
  if (!('constraints' in relation)) return indexes;
  const keys = relation.constraints.filter(hasIndex).map(
    ({ name }): Companion => ({
      name,
      objectAt: (table) => ({ kind: 'constraint', table, hasIndex: true }),
    }),
  );
  const sequences = relation.columns
    .flatMap(({ value }) => sequenceOf(value) ?? [])
    .map(({ name }): Companion => ({ name, objectAt: ({ schema }) => ({ kind: 'sequence', schema }) }));
  return [...indexes, ...keys, ...sequences];
}

function namesOf(schema: Schema): readonly QualifiedName[] {
  const { tables, views, materializedViews, sequences } = schema;
  return [
    ...[...tables, ...views, ...materializedViews, ...sequences],
    ...typesOf(schema),
    ...[...tables, ...materializedViews].flatMap((relation) =>
      companionsOf(relation).map(({ name }) => ({ schema: relation.schema, name })),
    ),
  ];
}
