import { nameOnly } from '../../schema/name-key';
import type { QualifiedName } from '../../schema/qualified-name';
import { qualified, sql, trusted } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Statement, statement } from '../statement';
import { turnRound } from '../turn-round';

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

export const setDomainDefault: Definition<SetDomainDefault, SetDomainDefault> = {
  render: renderSetDomainDefault,
  reverse: turnRound,
  effects: (operation) => ({ alters: [{ kind: 'domain', ...nameOnly(operation.domain) }] }),
};
