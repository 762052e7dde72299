import { nameOnly } from '../../schema/name-key';
import type { Domain } from '../../schema/user-type';
import { identifier, join, nothing, qualified, sql, trusted } from '../../sql/sql';
import { collate } from '../columns/render-column';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Accessible, giveAccess } from '../give-access';
import { commentStatements } from '../set-comment';
import { type Statement, statement } from '../statement';

export interface CreateDomain extends Accessible {
  readonly kind: 'createDomain';
  readonly domain: Domain;
}

export interface DropDomain extends Accessible {
  readonly kind: 'dropDomain';
  readonly domain: Domain;
}

export function renderCreateDomain({ domain, access }: CreateDomain): readonly Statement[] {
  const { schema, name, type, notNull, checks, comment } = domain;
  const clauses = [
    collate(domain.collation),
    domain.default === null ? nothing : sql`DEFAULT ${trusted(domain.default)}`,
    notNull ? sql`NOT NULL` : nothing,
    ...checks
      .filter(({ validated }) => validated)
      .map((check) => sql`CONSTRAINT ${identifier(check.name)} ${trusted(check.definition)}`),
  ];
  return [
    statement(
      `Create domain ${displayName(domain)}`,
      join([sql`CREATE DOMAIN ${qualified(schema, name)} AS ${trusted(type.text)}`, ...clauses], ' '),
    ),
    ...checks
      .filter(({ validated }) => !validated)
      .map((check) =>
        statement(
          `Add check ${check.name} to domain ${displayName(domain)}`,
          sql`ALTER DOMAIN ${qualified(schema, name)} ADD CONSTRAINT ${identifier(check.name)} ${trusted(check.definition)}`,
        ),
      ),
    ...commentStatements({ kind: 'domain', schema, name }, comment),
    ...checks.flatMap((check) =>
      commentStatements(
        { kind: 'domainConstraint', schema, relation: name, name: check.name },
        check.comment,
      ),
    ),
    ...giveAccess(access),
  ];
}

function renderDropDomain({ domain }: DropDomain): readonly Statement[] {
  return [
    statement(
      `Drop domain ${displayName(domain)}`,
      sql`DROP DOMAIN ${qualified(domain.schema, domain.name)}`,
    ),
  ];
}

export const createDomain: Definition<CreateDomain, DropDomain> = {
  render: renderCreateDomain,
  reverse: (operation) => ({ ...operation, kind: 'dropDomain' }),
  effects: (operation) => ({ creates: [{ kind: 'domain', ...nameOnly(operation.domain) }] }),
};

export const dropDomain: Definition<DropDomain, CreateDomain> = {
  render: renderDropDomain,
  reverse: (operation) => ({ ...operation, kind: 'createDomain' }),
  effects: (operation) => ({ removes: [{ kind: 'domain', ...nameOnly(operation.domain) }] }),
};
