import { partAddress } from '../../schema/dependency-edges';
import type { QualifiedName } from '../../schema/qualified-name';
import type { Trigger } from '../../schema/trigger';
import { identifier, qualified, sql, trusted } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { commentStatements } from '../set-comment';
import { type Statement, statement } from '../statement';
import { renderSetTriggerEnabled } from './set-trigger-enabled';

/** On a table or a view. */
export interface CreateTrigger {
  readonly kind: 'createTrigger';
  readonly table: QualifiedName;
  readonly trigger: Trigger;
}

export interface DropTrigger {
  readonly kind: 'dropTrigger';
  readonly table: QualifiedName;
  readonly trigger: Trigger;
}

export function renderCreateTrigger({ table, trigger }: CreateTrigger): readonly Statement[] {
  const { name, definition, enabled, comment } = trigger;
  return [
    statement(`Create trigger ${name} on ${displayName(table)}`, trusted(definition)),
    ...(enabled === 'origin'
      ? []
      : renderSetTriggerEnabled({
          kind: 'setTriggerEnabled',
          table,
          trigger: name,
          from: 'origin',
          to: enabled,
        })),
    ...commentStatements(partAddress('trigger', table, name), comment),
  ];
}

function renderDropTrigger({ table, trigger }: DropTrigger): readonly Statement[] {
  return [
    statement(
      `Drop trigger ${trigger.name} of ${displayName(table)}`,
      sql`DROP TRIGGER ${identifier(trigger.name)} ON ${qualified(table.schema, table.name)}`,
    ),
  ];
}

export const createTrigger: Definition<CreateTrigger, DropTrigger> = {
  render: renderCreateTrigger,
  reverse: (operation) => ({ ...operation, kind: 'dropTrigger' }),
  effects: (operation) => ({ creates: [partAddress('trigger', operation.table, operation.trigger.name)] }),
};

export const dropTrigger: Definition<DropTrigger, CreateTrigger> = {
  render: renderDropTrigger,
  reverse: (operation) => ({ ...operation, kind: 'createTrigger' }),
  effects: (operation) => ({ removes: [partAddress('trigger', operation.table, operation.trigger.name)] }),
};
