import type { QualifiedName } from '../schema/qualified-name';
import { qualified, sql } from '../sql/sql';
import { displayName } from './display-name';
import { type Statement, statement } from './statement';

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

export function renderAddParent({ table, parent }: AddParent): readonly Statement[] {
  return [
    statement(
      `Let ${displayName(table)} inherit from ${displayName(parent)}`,
      sql`ALTER TABLE ${qualified(table.schema, table.name)} INHERIT ${qualified(parent.schema, parent.name)}`,
    ),
  ];
}

export function renderRemoveParent({ table, parent }: RemoveParent): readonly Statement[] {
  return [
    statement(
      `Let ${displayName(table)} no more inherit from ${displayName(parent)}`,
      sql`ALTER TABLE ${qualified(table.schema, table.name)} NO INHERIT ${qualified(parent.schema, parent.name)}`,
    ),
  ];
}

export function reverseAddParent(operation: AddParent): RemoveParent {
  return { ...operation, kind: 'removeParent' };
}

export function reverseRemoveParent(operation: RemoveParent): AddParent {
  return { ...operation, kind: 'addParent' };
}
