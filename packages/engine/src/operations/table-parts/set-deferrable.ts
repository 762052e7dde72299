import type { Deferrable } from '../../schema/constraint';
import { partAddress } from '../../schema/dependency-edges';
import type { QualifiedName } from '../../schema/qualified-name';
import { identifier, qualified, type Sql, sql } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Statement, statement } from '../statement';
import { turnRound } from '../turn-round';

/** When a foreign key is looked at; of no other constraint can that be altered. No row is read again. */
export interface SetDeferrable {
  readonly kind: 'setDeferrable';
  readonly table: QualifiedName;
  readonly constraint: string;
  readonly from: Deferrable;
  readonly to: Deferrable;
}

function renderSetDeferrable({ table, constraint, to }: SetDeferrable): readonly Statement[] {
  return [
    statement(
      `Make foreign key ${constraint} of ${displayName(table)} ${to}`,
      sql`ALTER TABLE ${qualified(table.schema, table.name)} ALTER CONSTRAINT ${identifier(constraint)} ${words(to)}`,
    ),
  ];
}

function words(to: Deferrable): Sql {
  switch (to) {
    case 'not deferrable':
      return sql`NOT DEFERRABLE`;
    case 'deferrable':
      return sql`DEFERRABLE INITIALLY IMMEDIATE`;
    case 'initially deferred':
      return sql`DEFERRABLE INITIALLY DEFERRED`;
  }
}

export const setDeferrable: Definition<SetDeferrable, SetDeferrable> = {
  render: renderSetDeferrable,
  reverse: turnRound,
  effects: ({ table, constraint }) => ({ alters: [partAddress('constraint', table, constraint)] }),
};
