import { tableAddress } from '../../schema/dependency-edges';
import type { QualifiedName } from '../../schema/qualified-name';
import { qualified, sql, trusted } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { rewritten } from '../rewritten';
import { type Statement, statement } from '../statement';

export interface SetLogged {
  readonly kind: 'setLogged';
  readonly table: QualifiedName;
  readonly to: 'logged' | 'unlogged';
}

function renderSetLogged({ table, to }: SetLogged): readonly Statement[] {
  return [
    statement(
      `Make ${displayName(table)} ${to}`,
      sql`ALTER TABLE ${qualified(table.schema, table.name)} SET ${trusted(to.toUpperCase())}`,
      { hazards: [rewritten(table)] },
    ),
  ];
}

function reverseSetLogged(operation: SetLogged): SetLogged {
  return { ...operation, to: operation.to === 'logged' ? 'unlogged' : 'logged' };
}

export const setLogged: Definition<SetLogged, SetLogged> = {
  render: renderSetLogged,
  reverse: reverseSetLogged,
  effects: (operation) => ({ needs: [tableAddress(operation.table)] }),
};
