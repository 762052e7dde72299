import { type Constraint, hasIndex } from '../../schema/constraint';
import { partAddress } from '../../schema/dependency-edges';
import { findNamed } from '../../schema/find-named';
import { parentsOf } from '../../schema/parents-of';
import type { QualifiedName } from '../../schema/qualified-name';
import { sameBut } from '../../schema/same';
import type { Schema } from '../../schema/schema';
import { type Change, type DiffContext, isDisplaced } from '../change';
import { diffComment } from '../diff-comment';
import { pairRenamed, pairUp, type Renamed } from '../pair-up';

export function diffConstraints(
  context: DiffContext,
  table: QualifiedName,
  from: readonly Constraint[],
  to: readonly Constraint[],
): readonly Change[] {
  const drop = (constraint: Constraint): Change => ({ kind: 'dropConstraint', table, constraint });
  const add = (constraint: Constraint): Change => ({ kind: 'addConstraint', table, constraint });
  const remake = (pair: Pair) => [drop(pair.from), add(pair.to)];
  const comments = (pair: Pair) =>
    diffComment(partAddress('constraint', table, pair.to.name), pair.from.comment, pair.to.comment);
  const isTakenOff = (pair: Pair) => isDisplaced(context, partAddress('constraint', table, pair.from.name));
  const { gone, kept, renamed, added } = pairConstraints(from, to);
  return [
    ...gone.filter(isOwn).map(drop),
    ...added.filter(isOwn).map(add),
    ...renamed
      .filter(areOwn)
      .flatMap((pair) =>
        isTakenOff(pair) ? remake(pair) : [...renameConstraint(context, table, pair), ...comments(pair)],
      ),
    ...kept
      .filter(areOwn)
      .flatMap((pair) =>
        isTakenOff(pair) || constraintMustBeRemade(pair.from, pair.to)
          ? remake(pair)
          : [...alterConstraint(table, pair), ...comments(pair)],
      ),
  ];
}

interface Pair {
  readonly from: Constraint;
  readonly to: Constraint;
}

function renameConstraint(context: DiffContext, table: QualifiedName, pair: Pair): readonly Change[] {
  if (isRenamedWithParents(context, table, pair)) return [];
  const object = { kind: 'constraint', table, hasIndex: hasIndex(pair.to) } as const;
  return [{ kind: 'renameObject', object, from: pair.from.name, to: pair.to.name }];
}

/** All that Postgres changes of a constraint in place. */
function alterConstraint(table: QualifiedName, { from, to }: Pair): readonly Change[] {
  if (isOnlyValidated(from, to)) return [{ kind: 'validateConstraint', table, from, to }];
  if (!isOnlyDeferred(from, to)) return [];
  return [{ kind: 'setDeferrable', table, constraint: to.name, from: from.deferrable, to: to.deferrable }];
}

export function constraintMustBeRemade(from: Constraint, to: Constraint): boolean {
  return !sameBut(from, to, 'comment') && !isOnlyValidated(from, to) && !isOnlyDeferred(from, to);
}

export function pairConstraints(from: readonly Constraint[], to: readonly Constraint[]): Renamed<Constraint> {
  return pairRenamed(
    pairUp(from, to, ({ name }) => name),
    (before, after) => sameBut(before, after, 'name', 'comment'),
  );
}

/** Of a check that the table declares and has from a parent too, the name is the parent's. */
function isRenamedWithParents({ from, to }: DiffContext, table: QualifiedName, pair: Pair): boolean {
  if (pair.to.kind !== 'check') return false;
  const given = (schema: Schema, { name, definition }: Constraint) => {
    const found = findNamed(schema.tables, table);
    const parents = found === undefined ? [] : parentsOf(found, schema);
    return parents.some(({ constraints }) =>
      constraints.some((other) => other.name === name && other.definition === definition),
    );
  };
  return given(from, pair.from) && given(to, pair.to) && !given(from, pair.to);
}

/** What a table has from its parent changes with the parent. */
function isOwn({ inherited }: Constraint): boolean {
  return !inherited;
}

function areOwn(pair: Pair): boolean {
  return isOwn(pair.from) || isOwn(pair.to);
}

function isOnlyDeferred(from: Constraint, to: Constraint): boolean {
  return (
    from.kind === 'foreignKey' &&
    from.deferrable !== to.deferrable &&
    sameBut(from, to, 'deferrable', 'definition', 'comment')
  );
}

function isOnlyValidated(from: Constraint, to: Constraint): boolean {
  if (from.kind !== 'check' && from.kind !== 'foreignKey') return false;
  if (to.kind !== from.kind || from.validated || !to.validated) return false;
  const { definition: _from, ...fromRest } = from;
  const { definition: _to, ...toRest } = to;
  return sameBut({ ...fromRest, validated: true }, toRest, 'comment');
}
