import type { AnswerProblem } from '../../answers/answer-problem';
import type { Answers, Rename } from '../../answers/answers';
import type { AnsweredRename } from '../../answers/resolve-renames';
import type { RenamedPart, RenamedThing, ResolvedRename } from '../../answers/resolved-rename';
import { hasIndex } from '../../schema/constraint';
import { findNamed } from '../../schema/find-named';
import { nameKey } from '../../schema/name-key';
import type { QualifiedName } from '../../schema/qualified-name';
import { type Schema, typesOf } from '../../schema/schema';
import type { Table } from '../../schema/table';
import type { MaterializedView } from '../../schema/view';
import { isSameStill } from '../is-same-still';
import { contradictingAnswer } from './contradicting-answer';
import { inRenamedSchema } from './new-names';

export interface RenamesToCheck {
  readonly answers: Answers;
  readonly defaultSchema: string;
  readonly answered: readonly AnsweredRename[];
  /** With those that follow from them. */
  readonly all: readonly ResolvedRename[];
  readonly from: Schema;
  readonly to: Schema;
  readonly schemas: ReadonlyMap<string, string>;
  readonly tableOf: (table: QualifiedName) => QualifiedName;
}

/** A rename must lead to something that the models have, to which no other leads, and leave nothing behind that they have too. */
export function renameProblems(renames: RenamesToCheck): readonly AnswerProblem[] {
  const sources = new Map<string, Rename>();
  const targets = new Map<string, Rename>();
  return renames.answered.flatMap(({ answer, rename }) => {
    const [source, target] = [sourceKey(rename), targetKey(rename, renames)];
    const [sameSource, sameTarget] = [sources.get(source), targets.get(target)];
    sources.set(source, answer);
    targets.set(target, answer);
    const problem =
      (sameSource === undefined ? null : `it is renamed already: '${sameSource.text}'`) ??
      (sameTarget === undefined ? null : `another gets that name already: '${sameTarget.text}'`) ??
      contradictingAnswer(rename, renames.answers, renames.defaultSchema) ??
      elsewhere(answer, rename, renames) ??
      targetProblem(rename, renames) ??
      stillThere(rename, renames) ??
      takenProblem(rename, renames);
    return problem === null ? [] : [{ option: 'rename', answer: answer.text, says: problem }];
  });
}

function sourceKey(rename: ResolvedRename): string {
  if (rename.kind === 'schema') return schemaKey(rename.from);
  return 'of' in rename ? partKey(rename.kind, rename.of, rename.from) : thingKey(rename.kind, rename.from);
}

function schemaKey(name: string): string {
  return JSON.stringify(['schema', name]);
}

function thingKey(kind: RenamedThing['kind'], name: QualifiedName): string {
  return JSON.stringify([kind, nameKey(name)]);
}

function partKey(kind: RenamedPart['kind'], of: QualifiedName, name: string): string {
  return JSON.stringify([kind, nameKey(of), name]);
}

function targetKey(rename: ResolvedRename, { tableOf }: RenamesToCheck): string {
  switch (rename.kind) {
    case 'column':
      return partKey('column', tableOf(rename.of), rename.to);
    case 'label':
      return partKey('label', rename.of, rename.to);
    case 'schema':
      return schemaKey(rename.to);
    case 'type':
      return `type ${nameKey(rename.to)}`;
    case 'table':
    case 'view':
    case 'sequence':
      return `relation ${nameKey(rename.to)}`;
  }
}

/** A column stays in its table, and a label in its type. */
function elsewhere(answer: Rename, rename: ResolvedRename, { tableOf }: RenamesToCheck): string | null {
  if (!('of' in rename) || answer.to.length < 2) return null;
  const { of, kind } = rename;
  const owner = answer.to.at(-2);
  const stays = owner === of.name || owner === tableOf(of).name;
  return stays
    ? null
    : `a ${kind} stays in its ${kind === 'column' ? 'table' : 'type'}: say ${rename.to} alone`;
}

const anotherComesLater = ', which, if it is another, would have to come in a migration after';

/** What the models lack, or have besides. */
function targetProblem(rename: ResolvedRename, { all, to, schemas, tableOf }: RenamesToCheck): string | null {
  const lacks = (known: readonly QualifiedName[], name: QualifiedName, what: string) =>
    known.some((one) => nameKey(one) === nameKey(name)) ? null : `the models have no ${what} ${name.name}`;
  switch (rename.kind) {
    case 'table':
      return lacks(to.tables, rename.to, 'table');
    case 'view':
      return lacks([...to.views, ...to.materializedViews], rename.to, 'view');
    case 'sequence':
      return lacks(to.sequences, rename.to, 'sequence');
    case 'type':
      return lacks(typesOf(to), rename.to, 'type');
    case 'schema':
      return to.namespaces.some(({ name }) => name === rename.to)
        ? null
        : `the models have no schema ${rename.to}`;
    case 'column': {
      const { of } = rename;
      const table = findNamed(to.tables, tableOf(of));
      const names = (table?.columns ?? []).map(({ name }) => name);
      if (!names.includes(rename.to)) return `the models have no column ${of.name}.${rename.to}`;
      return names.includes(rename.from) && !isTakenOver(all, rename)
        ? `the models still have the column ${of.name}.${rename.from}${anotherComesLater}`
        : null;
    }
    case 'label': {
      const type = all.find((other) => other.kind === 'type' && nameKey(other.from) === nameKey(rename.of));
      const name = type?.kind === 'type' ? type.to : inRenamedSchema(rename.of, schemas);
      const labels = findNamed(to.enums, name)?.labels ?? [];
      if (!labels.includes(rename.to)) return `the models have no label '${rename.to}' of ${name.name}`;
      return labels.includes(rename.from) && !isTakenOver(all, rename)
        ? `the models still have the label '${rename.from}' of ${name.name}${anotherComesLater}`
        : null;
    }
  }
}

/** `a` becomes `b` while `c` becomes `a`: then the models still have an `a`, which is another. */
function isTakenOver(all: readonly ResolvedRename[], { kind, of, from }: RenamedPart): boolean {
  return all.some((other) => other.kind === kind && nameKey(other.of) === nameKey(of) && other.to === from);
}

/** What the models have under the old name too: its rows would go to the new one. */
function stillThere(rename: ResolvedRename, { all, from, to, schemas }: RenamesToCheck): string | null {
  if (rename.kind === 'schema' || 'of' in rename) return null;
  const { kind } = rename;
  const old = inRenamedSchema(rename.from, schemas);
  const isSucceeded = all.some((other) => other.kind === kind && nameKey(other.to) === nameKey(old));
  return !isSucceeded && isSameStill(rename, from, { name: old, schema: to })
    ? `the models still have the ${kind} ${old.name}`
    : null;
}

/** What bears the name in the history, and does not get another. */
function takenProblem(rename: ResolvedRename, renames: RenamesToCheck): string | null {
  const { all, from } = renames;
  const moved = new Set(all.map(sourceKey));
  const taken = (name: string) =>
    `the history has ${name} already, which would have to go in a migration before`;
  switch (rename.kind) {
    case 'schema':
      return from.namespaces.some(({ name }) => name === rename.to) && !moved.has(schemaKey(rename.to))
        ? taken(rename.to)
        : null;
    case 'table':
    case 'view':
    case 'sequence': {
      return isRelationTaken(rename.to, renames) ? taken(rename.to.name) : null;
    }
    case 'type': {
      const relations = [...from.tables, ...from.views, ...from.materializedViews];
      const isInUse =
        isTaken(rename.to, ['type'], typesOf(from), renames) ||
        isTaken(rename.to, ['table', 'view'], relations, renames);
      return isInUse ? taken(rename.to.name) : null;
    }
    case 'column': {
      const table = findNamed(from.tables, rename.of);
      return isHeld(
        (table?.columns ?? []).map(({ name }) => name),
        rename,
        moved,
      )
        ? taken(`${rename.of.name}.${rename.to}`)
        : null;
    }
    case 'label': {
      const type = findNamed(from.enums, rename.of);
      return isHeld(type?.labels ?? [], rename, moved) ? taken(`the label '${rename.to}'`) : null;
    }
  }
}

/**
 * Whether something in the history bears the name when a table or a view shall get it. Types are in the way of a table's own,
 * and indexes and keys get other names later.
 */
export function isRelationTaken(
  name: QualifiedName,
  renames: Pick<RenamesToCheck, 'all' | 'from' | 'schemas'>,
): boolean {
  const { tables, views, materializedViews, sequences } = renames.from;
  const relations = [...tables, ...views, ...materializedViews, ...sequences];
  return (
    isTaken(name, ['table', 'view', 'sequence'], relations, renames) ||
    isTaken(name, [], [...tables, ...materializedViews].flatMap(indexNames), renames) ||
    isTaken(name, ['type'], typesOf(renames.from), renames)
  );
}

function indexNames(relation: Table | MaterializedView): readonly QualifiedName[] {
  const keys = 'constraints' in relation ? relation.constraints.filter(hasIndex) : [];
  return [...relation.indexes, ...keys].map(({ name }) => ({ schema: relation.schema, name }));
}

function isTaken(
  name: QualifiedName,
  kinds: readonly ('table' | 'view' | 'sequence' | 'type')[],
  known: readonly QualifiedName[],
  { all, schemas }: Pick<RenamesToCheck, 'all' | 'schemas'>,
): boolean {
  const moved = new Set(all.map(sourceKey));
  const isMoved = (one: QualifiedName) => kinds.some((kind) => moved.has(thingKey(kind, one)));
  return known.some((one) => nameKey(inRenamedSchema(one, schemas)) === nameKey(name) && !isMoved(one));
}

function isHeld(
  names: readonly string[],
  { kind, of, to }: RenamedPart,
  moved: ReadonlySet<string>,
): boolean {
  return names.includes(to) && !moved.has(partKey(kind, of, to));
}
