import { nameOnly } from '../../schema/name-key';
import type { QualifiedName } from '../../schema/qualified-name';
import type { SequenceOptions } from '../../schema/sequence';
import { join, literal, nothing, qualified, type Sql, sql, trusted } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Statement, statement } from '../statement';
import { turnRound } from '../turn-round';

export interface ChangeSequence {
  readonly kind: 'changeSequence';
  readonly sequence: QualifiedName;
  readonly from: SequenceOptions;
  readonly to: SequenceOptions;
}

function renderChangeSequence({ sequence, from, to }: ChangeSequence): readonly Statement[] {
  const name = qualified(sequence.schema, sequence.name);
  const bound = nearestBound(from, to);
  const clauses = [
    ...optionClauses(from, to),
    ...(bound === null ? [] : [sql`RESTART WITH ${trusted(bound)}`]),
  ];
  return [
    ...(bound === null && tightened(from, to) ? [moveInto(sequence, to)] : []),
    ...(clauses.length === 0
      ? []
      : [
          statement(
            `Change sequence ${displayName(sequence)}`,
            sql`ALTER SEQUENCE ${name} ${join(clauses, ' ')}`,
          ),
        ]),
    ...(from.unlogged === to.unlogged
      ? []
      : [
          statement(
            `Make sequence ${displayName(sequence)} ${to.unlogged ? 'unlogged' : 'logged'}`,
            sql`ALTER SEQUENCE ${name} SET ${trusted(to.unlogged ? 'UNLOGGED' : 'LOGGED')}`,
          ),
        ]),
  ];
}

function tightened(from: SequenceOptions, to: SequenceOptions): boolean {
  return BigInt(to.minimum) > BigInt(from.minimum) || BigInt(to.maximum) < BigInt(from.maximum);
}

/** Where it goes on if no number is within both: none can be set before the bounds are, nor after. */
function nearestBound(from: SequenceOptions, to: SequenceOptions): string | null {
  if (BigInt(to.minimum) > BigInt(from.maximum)) return to.minimum;
  return BigInt(to.maximum) < BigInt(from.minimum) ? to.maximum : null;
}

/** Postgres refuses bounds that the sequence has not reached yet, or has left behind. */
function moveInto(sequence: QualifiedName, { minimum, maximum }: SequenceOptions): Statement {
  const name = qualified(sequence.schema, sequence.name);
  const [lowest, highest] = [trusted(minimum), trusted(maximum)];
  return statement(
    `Move sequence ${displayName(sequence)} into its new bounds`,
    sql`SELECT setval(${literal(name.text)}, greatest(least(last_value, ${highest}), ${lowest}), is_called AND last_value BETWEEN ${lowest} AND ${highest}) FROM ${name}`,
  );
}

/** A changed type moves bounds that were the old type's own, so bounds are said whenever the type is. */
function optionClauses(from: SequenceOptions, to: SequenceOptions): readonly Sql[] {
  const typeChanges = from.dataType !== to.dataType;
  const clause = (keyword: string, key: 'start' | 'increment' | 'minimum' | 'maximum' | 'cache') =>
    from[key] === to[key] && !(typeChanges && (key === 'minimum' || key === 'maximum'))
      ? nothing
      : sql`${trusted(keyword)} ${trusted(to[key])}`;
  return [
    typeChanges ? sql`AS ${trusted(to.dataType)}` : nothing,
    clause('INCREMENT BY', 'increment'),
    clause('MINVALUE', 'minimum'),
    clause('MAXVALUE', 'maximum'),
    clause('START WITH', 'start'),
    clause('CACHE', 'cache'),
    from.cycle === to.cycle ? nothing : trusted(to.cycle ? 'CYCLE' : 'NO CYCLE'),
  ].filter(({ text }) => text !== '');
}

export const changeSequence: Definition<ChangeSequence, ChangeSequence> = {
  render: renderChangeSequence,
  reverse: turnRound,
  effects: (operation) => ({ alters: [{ kind: 'sequence', ...nameOnly(operation.sequence) }] }),
};
