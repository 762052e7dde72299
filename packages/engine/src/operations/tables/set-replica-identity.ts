import { indexOrConstraint } from '../../schema/addresses';
import { tableAddress } from '../../schema/dependency-edges';
import type { QualifiedName } from '../../schema/qualified-name';
import type { ReplicaIdentity } from '../../schema/table';
import { identifier, qualified, type Sql, sql } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Statement, statement } from '../statement';
import { turnRound } from '../turn-round';

export interface SetReplicaIdentity {
  readonly kind: 'setReplicaIdentity';
  readonly table: QualifiedName;
  readonly from: ReplicaIdentity;
  readonly to: ReplicaIdentity;
}

export function renderSetReplicaIdentity({ table, to }: SetReplicaIdentity): readonly Statement[] {
  return [
    statement(
      `Set the replica identity of ${displayName(table)}`,
      sql`ALTER TABLE ${qualified(table.schema, table.name)} REPLICA IDENTITY ${renderIdentity(to)}`,
    ),
  ];
}

function renderIdentity(identity: ReplicaIdentity): Sql {
  switch (identity.kind) {
    case 'default':
      return sql`DEFAULT`;
    case 'nothing':
      return sql`NOTHING`;
    case 'full':
      return sql`FULL`;
    case 'index':
      return sql`USING INDEX ${identifier(identity.index)}`;
  }
}

export const setReplicaIdentity: Definition<SetReplicaIdentity, SetReplicaIdentity> = {
  render: renderSetReplicaIdentity,
  reverse: turnRound,
  // The index that it stood on as well: that goes afterwards, and on the way back comes before.
  effects: ({ table, from, to }) => ({
    needs: [
      tableAddress(table),
      ...[from, to].flatMap((one) => (one.kind === 'index' ? indexOrConstraint(table, one.index) : [])),
    ],
  }),
};
