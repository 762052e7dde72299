import { partAddress } from '../../schema/dependency-edges';
import type { Policy } from '../../schema/policy';
import type { QualifiedName } from '../../schema/qualified-name';
import { identifier, join, nothing, qualified, sql, trusted } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { commentStatements } from '../set-comment';
import { type Statement, statement } from '../statement';

export interface CreatePolicy {
  readonly kind: 'createPolicy';
  readonly table: QualifiedName;
  readonly policy: Policy;
}

export interface DropPolicy {
  readonly kind: 'dropPolicy';
  readonly table: QualifiedName;
  readonly policy: Policy;
}

export function renderCreatePolicy({ table, policy }: CreatePolicy): readonly Statement[] {
  const { name, permissive, command, roles, using, withCheck, comment } = policy;
  return [
    statement(
      `Create policy ${name} on ${displayName(table)}`,
      join(
        [
          sql`CREATE POLICY ${identifier(name)} ON ${qualified(table.schema, table.name)}`,
          permissive ? nothing : sql`AS RESTRICTIVE`,
          sql`FOR ${trusted(command.toUpperCase())}`,
          roles.length === 0 ? nothing : sql`TO ${join(roles.map(identifier))}`,
          using === null ? nothing : sql`USING (${trusted(using)})`,
          withCheck === null ? nothing : sql`WITH CHECK (${trusted(withCheck)})`,
        ],
        ' ',
      ),
    ),
    ...commentStatements(partAddress('policy', table, name), comment),
  ];
}

function renderDropPolicy({ table, policy }: DropPolicy): readonly Statement[] {
  return [
    statement(
      `Drop policy ${policy.name} of ${displayName(table)}`,
      sql`DROP POLICY ${identifier(policy.name)} ON ${qualified(table.schema, table.name)}`,
    ),
  ];
}

export const createPolicy: Definition<CreatePolicy, DropPolicy> = {
  render: renderCreatePolicy,
  reverse: (operation) => ({ ...operation, kind: 'dropPolicy' }),
  effects: (operation) => ({ creates: [partAddress('policy', operation.table, operation.policy.name)] }),
};

export const dropPolicy: Definition<DropPolicy, CreatePolicy> = {
  render: renderDropPolicy,
  reverse: (operation) => ({ ...operation, kind: 'createPolicy' }),
  effects: (operation) => ({ removes: [partAddress('policy', operation.table, operation.policy.name)] }),
};
