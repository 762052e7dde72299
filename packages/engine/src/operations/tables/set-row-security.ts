import { tableAddress } from '../../schema/dependency-edges';
import type { QualifiedName } from '../../schema/qualified-name';
import type { Table } from '../../schema/table';
import { qualified, sql, trusted } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Statement, statement } from '../statement';
import { turnRound } from '../turn-round';

export interface SetRowSecurity {
  readonly kind: 'setRowSecurity';
  readonly table: QualifiedName;
  readonly from: Table['rowSecurity'];
  readonly to: Table['rowSecurity'];
}

export function renderSetRowSecurity({ table, from, to }: SetRowSecurity): readonly Statement[] {
  const change = (words: string) =>
    statement(
      `${words[0]}${words.slice(1).toLowerCase()} row security on ${displayName(table)}`,
      sql`ALTER TABLE ${qualified(table.schema, table.name)} ${trusted(words)} ROW LEVEL SECURITY`,
    );
  return [
    ...(from.enabled === to.enabled ? [] : [change(to.enabled ? 'ENABLE' : 'DISABLE')]),
    ...(from.forced === to.forced ? [] : [change(to.forced ? 'FORCE' : 'NO FORCE')]),
  ];
}

export const setRowSecurity: Definition<SetRowSecurity, SetRowSecurity> = {
  render: renderSetRowSecurity,
  reverse: turnRound,
  effects: (operation) => ({ needs: [tableAddress(operation.table)] }),
};
