import type { QualifiedName } from '../../schema/qualified-name';
import { qualified, sql, trusted } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Statement, statement } from '../statement';
import { optionChanges } from '../storage-options';
import { turnRound } from '../turn-round';

export interface SetTableOptions {
  readonly kind: 'setTableOptions';
  readonly on: 'table' | 'view' | 'materializedView';
  readonly table: QualifiedName;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

const keywords = { table: 'TABLE', view: 'VIEW', materializedView: 'MATERIALIZED VIEW' };

function renderSetTableOptions({ on, table, from, to }: SetTableOptions): readonly Statement[] {
  return optionChanges(from, to).map((change) =>
    statement(
      `Set the options of ${displayName(table)}`,
      sql`ALTER ${trusted(keywords[on])} ${qualified(table.schema, table.name)} ${change}`,
    ),
  );
}

export const setTableOptions: Definition<SetTableOptions, SetTableOptions> = {
  render: renderSetTableOptions,
  reverse: turnRound,
  effects: (operation) => ({ needs: [{ kind: operation.on, ...operation.table }] }),
};
