import type { QualifiedName } from '../schema/qualified-name';
import type { Sequence } from '../schema/sequence';
import { identifier, qualified, sql } from '../sql/sql';
import { displayName } from './display-name';
import { type Statement, statement } from './statement';

/** Ties a sequence to the column with which it is dropped, or unties it. */
export interface SetSequenceOwner {
  readonly kind: 'setSequenceOwner';
  readonly sequence: QualifiedName;
  readonly from: Sequence['ownedBy'];
  readonly to: Sequence['ownedBy'];
}

export function renderSetSequenceOwner({ sequence, to }: SetSequenceOwner): readonly Statement[] {
  const owner = to === null ? sql`NONE` : sql`${qualified(to.schema, to.table)}.${identifier(to.column)}`;
  return [
    statement(
      to === null
        ? `Untie sequence ${displayName(sequence)} from its column`
        : `Tie sequence ${displayName(sequence)} to ${to.table}.${to.column}`,
      sql`ALTER SEQUENCE ${qualified(sequence.schema, sequence.name)} OWNED BY ${owner}`,
    ),
  ];
}

export function reverseSetSequenceOwner({ kind, sequence, from, to }: SetSequenceOwner): SetSequenceOwner {
  return { kind, sequence, from: to, to: from };
}
