import { partAddress } from '../../schema/dependency-edges';
import type { QualifiedName } from '../../schema/qualified-name';
import type { Rule } from '../../schema/rule';
import { identifier, qualified, sql, trusted } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { commentStatements } from '../set-comment';
import { type Statement, statement } from '../statement';
import { enableWords } from './set-trigger-enabled';

/** On a table or a view. */
export interface CreateRule {
  readonly kind: 'createRule';
  readonly table: QualifiedName;
  readonly rule: Rule;
}

export interface DropRule {
  readonly kind: 'dropRule';
  readonly table: QualifiedName;
  readonly rule: Rule;
}

export function renderCreateRule({ table, rule }: CreateRule): readonly Statement[] {
  const { name, definition, enabled, comment } = rule;
  const relation = qualified(table.schema, table.name);
  return [
    statement(`Create rule ${name} on ${displayName(table)}`, trusted(definition)),
    ...(enabled === 'origin'
      ? []
      : [
          statement(
            `Set when rule ${name} of ${displayName(table)} applies`,
            sql`ALTER TABLE ${relation} ${trusted(enableWords[enabled])} RULE ${identifier(name)}`,
          ),
        ]),
    ...commentStatements(partAddress('rule', table, name), comment),
  ];
}

function renderDropRule({ table, rule }: DropRule): readonly Statement[] {
  return [
    statement(
      `Drop rule ${rule.name} of ${displayName(table)}`,
      sql`DROP RULE ${identifier(rule.name)} ON ${qualified(table.schema, table.name)}`,
    ),
  ];
}

export const createRule: Definition<CreateRule, DropRule> = {
  render: renderCreateRule,
  reverse: (operation) => ({ ...operation, kind: 'dropRule' }),
  effects: (operation) => ({ creates: [partAddress('rule', operation.table, operation.rule.name)] }),
};

export const dropRule: Definition<DropRule, CreateRule> = {
  render: renderDropRule,
  reverse: (operation) => ({ ...operation, kind: 'createRule' }),
  effects: (operation) => ({ removes: [partAddress('rule', operation.table, operation.rule.name)] }),
};
