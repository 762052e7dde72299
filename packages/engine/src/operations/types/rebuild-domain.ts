import { columnAddress } from '../../schema/dependency-edges';
import { nameOnly } from '../../schema/name-key';
import type { ObjectAddress } from '../../schema/object-address';
import type { Domain } from '../../schema/user-type';
import { identifier, join, nothing, qualified, type Sql, sql, trusted } from '../../sql/sql';
import { byTable } from '../by-table';
import { alterType, type ChangeType, detailsOf, reverseChangeType } from '../columns/change-type';
import { storageStatements } from '../columns/render-column';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Accessible, giveAccess } from '../give-access';
import { type Statement, statement } from '../statement';
import { renderCreateDomain } from './create-domain';
import { retiredName } from './retired-name';

/** A column of the domain, and its default on both sides: the default is taken off while the domain is exchanged. */
export interface DomainUse extends Omit<ChangeType, 'kind'> {
  readonly default: { readonly from: string | null; readonly to: string | null };
}

/** Exchanges a domain for one that `ALTER DOMAIN` cannot make of it: of another type, or held by arrays. */
export interface RebuildDomain extends Accessible {
  readonly kind: 'rebuildDomain';
  readonly from: Domain;
  readonly to: Domain;
  readonly uses: readonly DomainUse[];
}

function renderRebuildDomain({ from, to, uses, access }: RebuildDomain): readonly Statement[] {
  const name = displayName(from);
  const retired = retiredName(from.name);
  return [
    statement(
      `Set domain ${name} aside`,
      sql`ALTER DOMAIN ${qualified(from.schema, from.name)} RENAME TO ${identifier(retired)}`,
    ),
    ...renderCreateDomain({ kind: 'createDomain', domain: to }),
    ...byTable(uses).flatMap(([table, ofTable]) => [
      statement(
        `Move ${displayName(table)}.${ofTable.map(({ column }) => column).join(', ')} to the new ${name}`,
        sql`ALTER TABLE ${qualified(table.schema, table.name)}\n  ${join(ofTable.flatMap(renderUse), ',\n  ')}`,
        detailsOf(ofTable.map(changeOf)),
      ),
      ...ofTable.flatMap((use) => storageStatements(use, use.to)),
    ]),
    statement(`Drop the old ${name}`, sql`DROP DOMAIN ${qualified(from.schema, retired)}`),
    ...giveAccess(access),
  ];
}

function renderUse(use: DomainUse): readonly Sql[] {
  const column = identifier(use.column);
  return [
    use.default.from === null ? nothing : sql`ALTER COLUMN ${column} DROP DEFAULT`,
    alterType(changeOf(use)),
    use.default.to === null ? nothing : sql`ALTER COLUMN ${column} SET DEFAULT ${trusted(use.default.to)}`,
  ];
}

function changeOf({ default: _default, ...change }: DomainUse): ChangeType {
  return { kind: 'changeType', ...change };
}

function reverseRebuildDomain(operation: RebuildDomain): RebuildDomain {
  return {
    ...operation,
    from: operation.to,
    to: operation.from,
    uses: operation.uses.map((use) => {
      const { kind: _kind, ...change } = reverseChangeType(changeOf(use));
      return { ...change, default: { from: use.default.to, to: use.default.from } };
    }),
  };
}

export const rebuildDomain: Definition<RebuildDomain, RebuildDomain> = {
  render: renderRebuildDomain,
  reverse: reverseRebuildDomain,
  effects: (operation) => {
    const domain: ObjectAddress = { kind: 'domain', ...nameOnly(operation.from) };
    const columns = operation.uses.map(({ table, column }) => columnAddress(table, column));
    return { creates: [domain], removes: [domain], alters: columns };
  },
};
