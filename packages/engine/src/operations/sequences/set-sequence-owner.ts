import { columnAddress } from '../../schema/dependency-edges';
import { nameOnly } from '../../schema/name-key';
import type { ObjectAddress } from '../../schema/object-address';
import type { QualifiedName } from '../../schema/qualified-name';
import type { Sequence } from '../../schema/sequence';
import { identifier, qualified, sql, trusted } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Statement, statement } from '../statement';

/** Ties a sequence to the column with which it is dropped, or unties it. */
export interface SetSequenceOwner {
  readonly kind: 'setSequenceOwner';
  readonly sequence: QualifiedName;
  readonly from: Sequence['ownedBy'];
  readonly to: Sequence['ownedBy'];
  /** The roles that own it on either side, where they differ: a sequence is tied to a table of its own owner alone. */
  readonly roles?: { readonly from: string; readonly to: string };
}

function renderSetSequenceOwner({ sequence, from, to, roles }: SetSequenceOwner): readonly Statement[] {
  // A sequence that is tied has the owner of its table.
  const untied = roles !== undefined && from !== null && to !== null ? [tie(sequence, null)] : [];
  const given = roles === undefined ? [] : [giveSequence(sequence, roles.to)];
  return to === null ? [tie(sequence, null), ...given] : [...untied, ...given, tie(sequence, to)];
}

function tie(sequence: QualifiedName, to: Sequence['ownedBy']): Statement {
  const column = to === null ? sql`NONE` : sql`${qualified(to.schema, to.table)}.${identifier(to.column)}`;
  return statement(
    to === null
      ? `Untie sequence ${displayName(sequence)} from its column`
      : `Tie sequence ${displayName(sequence)} to ${to.table}.${to.column}`,
    sql`ALTER SEQUENCE ${qualified(sequence.schema, sequence.name)} OWNED BY ${column}`,
  );
}

/** Gives a sequence to a role, which SQL says as it is. */
export function giveSequence(sequence: QualifiedName, role: string): Statement {
  return statement(
    `Give sequence ${displayName(sequence)} to ${role}`,
    sql`ALTER SEQUENCE ${qualified(sequence.schema, sequence.name)} OWNER TO ${trusted(role)}`,
  );
}

function reverseSetSequenceOwner({ roles, ...operation }: SetSequenceOwner): SetSequenceOwner {
  return {
    ...operation,
    from: operation.to,
    to: operation.from,
    ...(roles === undefined ? {} : { roles: { from: roles.to, to: roles.from } }),
  };
}

export const setSequenceOwner: Definition<SetSequenceOwner, SetSequenceOwner> = {
  render: renderSetSequenceOwner,
  reverse: reverseSetSequenceOwner,
  effects: (operation) => {
    const sequence: ObjectAddress = { kind: 'sequence', ...nameOnly(operation.sequence) };
    // A default that counts by it may go only afterwards, with the column that it is tied to.
    if (operation.to === null) {
      return { needs: [sequence, ...(operation.from === null ? [] : [ownerAddress(operation.from)])] };
    }
    const owner = [ownerAddress(operation.to)];
    // A default in its owner's table may count by one that has no owner yet.
    return operation.from === null ? { needs: [sequence, ...owner] } : { alters: [sequence], needs: owner };
  },
};

function ownerAddress(owner: { readonly schema: string; readonly table: string; readonly column: string }) {
  return columnAddress({ schema: owner.schema, name: owner.table }, owner.column);
}
