import { nameOnly } from '../../schema/name-key';
import type { QualifiedName } from '../../schema/qualified-name';
import type { DomainCheck } from '../../schema/user-type';
import { identifier, qualified, sql, trusted } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { commentStatements } from '../set-comment';
import { type Statement, statement } from '../statement';

export interface AddDomainCheck {
  readonly kind: 'addDomainCheck';
  readonly domain: QualifiedName;
  readonly check: DomainCheck;
}

export interface DropDomainCheck {
  readonly kind: 'dropDomainCheck';
  readonly domain: QualifiedName;
  readonly check: DomainCheck;
}

function renderAddDomainCheck({ domain, check }: AddDomainCheck): readonly Statement[] {
  const { schema, name } = domain;
  return [
    statement(
      `Add check ${check.name} to domain ${displayName(domain)}`,
      sql`ALTER DOMAIN ${qualified(schema, name)} ADD CONSTRAINT ${identifier(check.name)} ${trusted(check.definition)}`,
    ),
    ...commentStatements(
      { kind: 'domainConstraint', schema, relation: name, name: check.name },
      check.comment,
    ),
  ];
}

function renderDropDomainCheck({ domain, check }: DropDomainCheck): readonly Statement[] {
  return [
    statement(
      `Drop check ${check.name} of domain ${displayName(domain)}`,
      sql`ALTER DOMAIN ${qualified(domain.schema, domain.name)} DROP CONSTRAINT ${identifier(check.name)}`,
    ),
  ];
}

export const addDomainCheck: Definition<AddDomainCheck, DropDomainCheck> = {
  render: renderAddDomainCheck,
  reverse: (operation) => ({ ...operation, kind: 'dropDomainCheck' }),
  effects: (operation) => ({ alters: [{ kind: 'domain', ...nameOnly(operation.domain) }] }),
};

export const dropDomainCheck: Definition<DropDomainCheck, AddDomainCheck> = {
  render: renderDropDomainCheck,
  reverse: (operation) => ({ ...operation, kind: 'addDomainCheck' }),
  effects: (operation) => ({ alters: [{ kind: 'domain', ...nameOnly(operation.domain) }] }),
};
