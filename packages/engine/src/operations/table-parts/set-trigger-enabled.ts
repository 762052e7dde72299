import { partAddress } from '../../schema/dependency-edges';
import type { QualifiedName } from '../../schema/qualified-name';
import type { Enabled } from '../../schema/trigger';
import { identifier, qualified, sql, trusted } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Statement, statement } from '../statement';
import { turnRound } from '../turn-round';

export interface SetTriggerEnabled {
  readonly kind: 'setTriggerEnabled';
  readonly table: QualifiedName;
  readonly trigger: string;
  readonly from: Enabled;
  readonly to: Enabled;
}

export const enableWords: { readonly [enabled in Enabled]: string } = {
  origin: 'ENABLE',
  disabled: 'DISABLE',
  replica: 'ENABLE REPLICA',
  always: 'ENABLE ALWAYS',
};

export function renderSetTriggerEnabled({ table, trigger, to }: SetTriggerEnabled): readonly Statement[] {
  return [
    statement(
      `Set when trigger ${trigger} of ${displayName(table)} fires`,
      sql`ALTER TABLE ${qualified(table.schema, table.name)} ${trusted(enableWords[to])} TRIGGER ${identifier(trigger)}`,
    ),
  ];
}

export const setTriggerEnabled: Definition<SetTriggerEnabled, SetTriggerEnabled> = {
  render: renderSetTriggerEnabled,
  reverse: turnRound,
  effects: (operation) => ({ alters: [partAddress('trigger', operation.table, operation.trigger)] }),
};
