import { indexOrConstraint } from '../../schema/addresses';
import { tableAddress } from '../../schema/dependency-edges';
import type { QualifiedName } from '../../schema/qualified-name';
import { identifier, qualified, sql } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Statement, statement } from '../statement';
import { turnRound } from '../turn-round';

/** Says which index `CLUSTER` follows; nothing is moved. */
export interface SetClusteredOn {
  readonly kind: 'setClusteredOn';
  readonly table: QualifiedName;
  readonly from: string | null;
  readonly to: string | null;
}

export function renderSetClusteredOn({ table, to }: SetClusteredOn): readonly Statement[] {
  const change = to === null ? sql`SET WITHOUT CLUSTER` : sql`CLUSTER ON ${identifier(to)}`;
  return [
    statement(
      to === null
        ? `Let ${displayName(table)} follow no index`
        : `Let ${displayName(table)} follow index ${to}`,
      sql`ALTER TABLE ${qualified(table.schema, table.name)} ${change}`,
    ),
  ];
}

export const setClusteredOn: Definition<SetClusteredOn, SetClusteredOn> = {
  render: renderSetClusteredOn,
  reverse: turnRound,
  // The index that it followed as well: that goes afterwards, and on the way back comes before.
  effects: ({ table, from, to }) => ({
    needs: [
      tableAddress(table),
      ...[from, to].flatMap((one) => (one === null ? [] : indexOrConstraint(table, one))),
    ],
  }),
};
