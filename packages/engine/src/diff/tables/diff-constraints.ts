import type { Constraint } from '../../schema/constraint';
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
  const comments = (pair: { readonly from: Constraint; readonly to: Constraint }) =>
    diffComment(partAddress('constraint', table, pair.to.name), pair.from.comment, pair.to.comment);
  const { gone, kept, renamed, added } = pairConstraints(from, to);
  return [
    ...gone.filter(isOwn).map(drop),
    ...added.filter(isOwn).map(add),
    ...renamed.filter(areOwn).flatMap((pair): readonly Change[] =>
      isDisplaced(context, partAddress('constraint', table, pair.from.name))
        ? [drop(pair.from), add(pair.to)]
        : [
            ...(isRenamedWithParents(context, table, pair)
              ? []
              : [
                  {
                    kind: 'renameObject',
                    object: { kind: 'constraint', table, hasIndex: hasIndex(pair.to) },
                    from: pair.from.name,
                    to: pair.to.name,
                  } as const,
                ]),
            ...comments(pair),
          ],
    ),
    ...kept.filter(areOwn).flatMap((pair): readonly Change[] => {
      if (isDisplaced(context, partAddress('constraint', table, pair.from.name))) {
        return [drop(pair.from), add(pair.to)];
      }
      if (isOnlyValidated(pair.from, pair.to)) {
        return [{ kind: 'validateConstraint', table, ...pair }, ...comments(pair)];
      }
      if (isOnlyDeferred(pair.from, pair.to)) {
        const { from, to } = { from: pair.from.deferrable, to: pair.to.deferrable };
        return [{ kind: 'setDeferrable', table, constraint: pair.to.name, from, to }, ...comments(pair)];
      }
      if (constraintMustBeRemade(pair.from, pair.to)) return [drop(pair.from), add(pair.to)];
      return comments(pair);
    }),
  ];
}

export function constraintMustBeRemade(from: Constraint, to: Constraint): boolean {
  return !sameBut(from, to, 'comment') && !isOnlyValidated(from, to) && !isOnlyDeferred(from, to);
}

export function pairConstraints(from: readonly Constraint[], to: readonly Constraint[]): Renamed<Constraint> {
  return pairRenamed(
    pairUp(from, to, ({ name }) => name),
    ({ name: _name, comment: _comment, ...rest }) => JSON.stringify(rest),
  );
}

/** Of a check that the table declares and has from a parent too, the name is the parent's. */
function isRenamedWithParents(
  { from, to }: DiffContext,
  table: QualifiedName,
  pair: { readonly from: Constraint; readonly to: Constraint },
): boolean {
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

function areOwn(pair: { readonly from: Constraint; readonly to: Constraint }): boolean {
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

function hasIndex({ kind }: Constraint): boolean {
  return kind === 'primaryKey' || kind === 'unique' || kind === 'exclusion';
}
