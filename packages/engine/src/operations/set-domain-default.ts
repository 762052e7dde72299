import type { QualifiedName } from '../schema/qualified-name';
import { qualified, sql, trusted } from '../sql/sql';
import { displayName } from './display-name';
import { type Statement, statement } from './statement';

export interface SetDomainDefault {
  readonly kind: 'setDomainDefault';
  readonly domain: QualifiedName;
  readonly from: string | null;
  readonly to: string | null;
}

export function renderSetDomainDefault({ domain, to }: SetDomainDefault): readonly Statement[] {
  const name = qualified(domain.schema, domain.name);
  return [
    to === null
      ? statement(
          `Remove the default of domain ${displayName(domain)}`,
          sql`ALTER DOMAIN ${name} DROP DEFAULT`,
        )
      : statement(
          `Set the default of domain ${displayName(domain)}`,
          sql`ALTER DOMAIN ${name} SET DEFAULT ${trusted(to)}`,
        ),
  ];
}

export function reverseSetDomainDefault({ kind, domain, from, to }: SetDomainDefault): SetDomainDefault {
  return { kind, domain, from: to, to: from };
}
