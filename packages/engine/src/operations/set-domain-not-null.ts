import type { QualifiedName } from '../schema/qualified-name';
import { qualified, sql, trusted } from '../sql/sql';
import { displayName } from './display-name';
import { type Statement, statement } from './statement';

export interface SetDomainNotNull {
  readonly kind: 'setDomainNotNull';
  readonly domain: QualifiedName;
  readonly to: boolean;
}

export function renderSetDomainNotNull({ domain, to }: SetDomainNotNull): readonly Statement[] {
  return [
    statement(
      to ? `Forbid NULL in domain ${displayName(domain)}` : `Allow NULL in domain ${displayName(domain)}`,
      sql`ALTER DOMAIN ${qualified(domain.schema, domain.name)} ${trusted(to ? 'SET' : 'DROP')} NOT NULL`,
    ),
  ];
}

export function reverseSetDomainNotNull({ kind, domain, to }: SetDomainNotNull): SetDomainNotNull {
  return { kind, domain, to: !to };
}
