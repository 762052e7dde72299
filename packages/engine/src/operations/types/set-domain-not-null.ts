import { nameOnly } from '../../schema/name-key';
import type { QualifiedName } from '../../schema/qualified-name';
import { qualified, sql, trusted } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Statement, statement } from '../statement';

export interface SetDomainNotNull {
  readonly kind: 'setDomainNotNull';
  readonly domain: QualifiedName;
  readonly to: boolean;
}

function renderSetDomainNotNull({ domain, to }: SetDomainNotNull): readonly Statement[] {
  return [
    statement(
      to ? `Forbid NULL in domain ${displayName(domain)}` : `Allow NULL in domain ${displayName(domain)}`,
      sql`ALTER DOMAIN ${qualified(domain.schema, domain.name)} ${trusted(to ? 'SET' : 'DROP')} NOT NULL`,
    ),
  ];
}

function reverseSetDomainNotNull({ kind, domain, to }: SetDomainNotNull): SetDomainNotNull {
  return { kind, domain, to: !to };
}

export const setDomainNotNull: Definition<SetDomainNotNull, SetDomainNotNull> = {
  render: renderSetDomainNotNull,
  reverse: reverseSetDomainNotNull,
  effects: (operation) => ({ alters: [{ kind: 'domain', ...nameOnly(operation.domain) }] }),
};
