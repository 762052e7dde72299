import type { AnswerProblem } from '../../answers/answer-problem';
import type { Answers } from '../../answers/answers';
import { resolveRenames } from '../../answers/resolve-renames';
import type { ResolvedRename } from '../../answers/resolved-rename';
import type { Operation } from '../../operations/operation';
import { nameKey, nameOnly } from '../../schema/name-key';
import type { QualifiedName } from '../../schema/qualified-name';
import type { Schema } from '../../schema/schema';
import { inRenamedSchema, newNames } from './new-names';
import { renameOperations } from './rename-operations';
import { isRelationTaken, renameProblems } from './rename-problems';

export interface Renames {
  readonly operations: readonly Operation[];
  /** What `to` calls a table of `from`. */
  readonly tableOf: (table: QualifiedName) => QualifiedName;
  /** What `to` calls a column of a table of `from`. */
  readonly columnOf: (table: QualifiedName, column: string) => string;
  /** Whether a table may be renamed to it: nothing in the history keeps that name. */
  readonly isFree: (name: QualifiedName) => boolean;
  readonly problems: readonly AnswerProblem[];
}

/** The renames that were answered, and those that follow from them: an enum goes with the columns that it is of. */
export function planRenames(answers: Answers, from: Schema, to: Schema, defaultSchema: string): Renames {
  const first = resolveRenames(answers, from, defaultSchema).answered.map(({ rename }) => rename);
  const { schemas, tableOf, columnOf } = newNames(first);
  const followed = followingTypes(from, to, schemas, first, { tableOf, columnOf });
  // A label may be named with the name that its type gets by following.
  const { answered, problems: unresolved } = resolveRenames(answers, from, defaultSchema, followed);
  const all = [...answered.map(({ rename }) => rename), ...followed];
  const problems = [
    ...unresolved,
    ...renameProblems({ answers, defaultSchema, answered, all, from, to, schemas, tableOf }),
  ];
  return {
    operations: problems.length > 0 ? [] : renameOperations(all, from, schemas, tableOf),
    tableOf,
    columnOf,
    isFree: (name) => !isRelationTaken(name, { all, from, schemas }),
    problems,
  };
}

type Names = Pick<Renames, 'tableOf' | 'columnOf'>;

/**
 * A column that has another enum type than before, where the old type is no more and the new one was not: the same type
 * under another name. So its values need not be converted.
 */
function followingTypes(
  from: Schema,
  to: Schema,
  schemas: ReadonlyMap<string, string>,
  answered: readonly ResolvedRename[],
  { tableOf, columnOf }: Names,
): readonly ResolvedRename[] {
  const before = new Set(from.enums.map((type) => nameKey(inRenamedSchema(type, schemas))));
  const after = new Set(to.enums.map(nameKey));
  const named = new Set(answered.flatMap((rename) => (rename.kind === 'type' ? [nameKey(rename.from)] : [])));
  const toColumns = new Map(
    to.tables.map((table) => [nameKey(table), new Map(table.columns.map((column) => [column.name, column]))]),
  );
  const successors = new Map<
    string,
    { readonly type: QualifiedName; readonly names: Map<string, QualifiedName> }
  >();
  for (const table of from.tables) {
    for (const column of table.columns) {
      if (column.type.kind !== 'enum') continue;
      const counterpart = toColumns.get(nameKey(tableOf(table)))?.get(columnOf(table, column.name));
      const type = column.type.base;
      const entry = successors.get(nameKey(type)) ?? { type, names: new Map() };
      if (counterpart?.type.kind === 'enum') {
        entry.names.set(nameKey(counterpart.type.base), nameOnly(counterpart.type.base));
      }
      successors.set(nameKey(type), entry);
    }
  }
  const taken = new Set<string>();
  return [...successors].flatMap(([key, { type, names }]): readonly ResolvedRename[] => {
    const [successor] = names.values();
    if (successor === undefined || names.size > 1 || named.has(key)) return [];
    const successorKey = nameKey(successor);
    if (
      after.has(nameKey(inRenamedSchema(type, schemas))) ||
      before.has(successorKey) ||
      !after.has(successorKey)
    )
      return [];
    if (taken.has(successorKey)) return [];
    taken.add(successorKey);
    return [{ kind: 'type', from: nameOnly(type), to: successor }];
  });
}
