import { nameOnly } from '../../schema/name-key';
import type { QualifiedName } from '../../schema/qualified-name';
import { qualified, sql, trusted } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Statement, statement } from '../statement';

export interface SetDomainDefault {
  readonly kind: 'setDomainDefault';
  readonly domain: QualifiedName;
  readonly from: string | null;
  readonly to: string | null;
}

function renderSetDomainDefault({ domain, to }: SetDomainDefault): readonly Statement[] {
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

function reverseSetDomainDefault({ kind, domain, from, to }: SetDomainDefault): SetDomainDefault {
  return { kind, domain, from: to, to: from };
}

export const setDomainDefault: Definition<SetDomainDefault, SetDomainDefault> = {
  render: renderSetDomainDefault,
  reverse: reverseSetDomainDefault,
  effects: (operation) => ({ alters: [{ kind: 'domain', ...nameOnly(operation.domain) }] }),
};
