import { columnAddress } from '../schema/dependency-edges';
import { nameOnly } from '../schema/name-key';
import type { ObjectAddress } from '../schema/object-address';
import type { QualifiedName } from '../schema/qualified-name';
import type { Sequence } from '../schema/sequence';
import { identifier, qualified, sql } from '../sql/sql';
import type { Definition } from './definition';
import { displayName } from './display-name';
import { type Statement, statement } from './statement';

/** Ties a sequence to the column with which it is dropped, or unties it. */
export interface SetSequenceOwner {
  readonly kind: 'setSequenceOwner';
  readonly sequence: QualifiedName;
  readonly from: Sequence['ownedBy'];
  readonly to: Sequence['ownedBy'];
}

function renderSetSequenceOwner({ sequence, to }: SetSequenceOwner): readonly Statement[] {
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

function reverseSetSequenceOwner({ kind, sequence, from, to }: SetSequenceOwner): SetSequenceOwner {
  return { kind, sequence, from: to, to: from };
}

export const setSequenceOwner: Definition<SetSequenceOwner, SetSequenceOwner> = {
  render: renderSetSequenceOwner,
  reverse: reverseSetSequenceOwner,
  effects: (operation) => {
    const sequence: ObjectAddress = { kind: 'sequence', ...nameOnly(operation.sequence) };
    const owner = operation.to === null ? [] : [ownerAddress(operation.to)];
    // A default in its owner's table may count by one that has no owner yet.
    return operation.from === null ? { needs: [sequence, ...owner] } : { alters: [sequence], needs: owner };
  },
};

function ownerAddress(owner: { readonly schema: string; readonly table: string; readonly column: string }) {
  return columnAddress({ schema: owner.schema, name: owner.table }, owner.column);
}
