import { tableAddress } from '../../schema/dependency-edges';
import type { QualifiedName } from '../../schema/qualified-name';
import { qualified, sql } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Statement, statement } from '../statement';

export interface AddParent {
  readonly kind: 'addParent';
  readonly table: QualifiedName;
  readonly parent: QualifiedName;
}

export interface RemoveParent {
  readonly kind: 'removeParent';
  readonly table: QualifiedName;
  readonly parent: QualifiedName;
}

function renderAddParent({ table, parent }: AddParent): readonly Statement[] {
  return [
    statement(
      `Let ${displayName(table)} inherit from ${displayName(parent)}`,
      sql`ALTER TABLE ${qualified(table.schema, table.name)} INHERIT ${qualified(parent.schema, parent.name)}`,
    ),
  ];
}

function renderRemoveParent({ table, parent }: RemoveParent): readonly Statement[] {
  return [
    statement(
      `Let ${displayName(table)} no more inherit from ${displayName(parent)}`,
      sql`ALTER TABLE ${qualified(table.schema, table.name)} NO INHERIT ${qualified(parent.schema, parent.name)}`,
    ),
  ];
}

export const addParent: Definition<AddParent, RemoveParent> = {
  render: renderAddParent,
  reverse: (operation) => ({ ...operation, kind: 'removeParent' }),
  effects: (operation) => ({ needs: [tableAddress(operation.table), tableAddress(operation.parent)] }),
};

export const removeParent: Definition<RemoveParent, AddParent> = {
  render: renderRemoveParent,
  reverse: (operation) => ({ ...operation, kind: 'addParent' }),
  effects: (operation) => ({ needs: [tableAddress(operation.table), tableAddress(operation.parent)] }),
};
