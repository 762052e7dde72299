import { type Conversion, storedType } from '../../operations/columns/change-type';
import type { DomainUse } from '../../operations/types/rebuild-domain';
import { plainDefault } from '../../schema/column';
import type { DataType } from '../../schema/data-type';
import { columnKey, nameKey, nameOnly } from '../../schema/name-key';
import type { QualifiedName } from '../../schema/qualified-name';
import { same } from '../../schema/same';
import type { Schema } from '../../schema/schema';
import type { Domain } from '../../schema/user-type';
import type { Change, DiffContext } from '../change';
import { typeConversion } from '../conversions/type-conversion';
import { belowDomains } from './below-domains';
import { exchangeType } from './exchange-type';
import { holdsWithin } from './holds-within';

type Schemas = Pick<DiffContext, 'from' | 'to'>;

/** Whether a domain becomes one that `ALTER DOMAIN` cannot make of it, and its columns can be moved to a new one. */
export function isDomainRebuilt(from: Domain, to: Domain, schemas: Schemas): boolean {
  return (
    (domainTypeDiffers(from, to) || (checksDiffer(from, to) && isHeldWithin(to, schemas))) &&
    !hasOtherHolders(to, schemas.from) &&
    !hasOtherHolders(to, schemas.to)
  );
}

function domainTypeDiffers(from: Domain, to: Domain): boolean {
  return !same(from.type, to.type) || !same(from.collation, to.collation);
}

function checksDiffer(from: Domain, to: Domain): boolean {
  const essence = ({ notNull, checks }: Domain) => [
    notNull,
    checks.map((check) => ({ ...check, comment: null })),
  ];
  return !same(essence(from), essence(to));
}

function isHeldWithin(domain: QualifiedName, { from, to }: Schemas): boolean {
  return holdsWithin(from, domain) !== undefined || holdsWithin(to, domain) !== undefined;
}

/** What stands on a domain and is not moved to another by `ALTER COLUMN … TYPE` alone. */
function hasOtherHolders(domain: QualifiedName, { tables, domains, composites, ranges }: Schema): boolean {
  const isOfIt = ofDomain(domain);
  const holding = tables.filter(({ columns }) => columns.some(({ type }) => isOfIt(type)));
  const rows = new Set(holding.map(nameKey));
  return (
    domains.some(({ type }) => isOfIt(type)) ||
    composites.some(({ attributes }) => attributes.some(({ type }) => isOfIt(type))) ||
    ranges.some(({ subtype }) => isOfIt(subtype)) ||
    tables.some(({ columns }) => columns.some(({ type }) => rows.has(nameKey(type.base)))) ||
    holding.some(({ columns, partition }) =>
      columns.some(
        ({ name, type, value }) =>
          isOfIt(type) &&
          (value.kind === 'generated' || (partition.kind !== 'none' && partition.keyColumns.includes(name))),
      ),
    )
  );
}

function ofDomain(domain: QualifiedName): (type: DataType) => boolean {
  const wanted = nameKey(domain);
  return ({ kind, base }) => kind === 'domain' && nameKey(base) === wanted;
}

export function rebuildDomain(context: DiffContext, from: Domain, to: Domain): readonly Change[] {
  const uses = usesOf(context, from, to);
  return uses === null
    ? [
        exchangeType(
          'domain',
          nameOnly(to),
          'its type differs, and not every value can be converted there and back',
        ),
      ]
    : [{ kind: 'rebuildDomain', from, to, uses }];
}

/** The columns that have the domain before and after. Others get rid of it first, or get it afterwards. */
function usesOf({ from: before, to: after }: Schemas, from: Domain, to: Domain): readonly DomainUse[] | null {
  const isOfIt = ofDomain(to);
  const counterparts = new Map(
    after.tables.flatMap((table) =>
      table.columns
        .filter(({ type }) => isOfIt(type))
        .map((column) => [columnKey(table, column.name), column] as const),
    ),
  );
  const uses = before.tables.flatMap((table) =>
    table.columns.flatMap((column): readonly (DomainUse | null)[] => {
      const counterpart = counterparts.get(columnKey(table, column.name));
      if (!isOfIt(column.type) || column.inherited || counterpart === undefined) return [];
      const { isArray } = column.type;
      const [typeBefore, typeAfter] = [
        elementsOf(belowDomains(before.domains)(from.type), isArray),
        elementsOf(belowDomains(after.domains)(to.type), isArray),
      ];
      const there = conversion(column.name, typeBefore, typeAfter);
      const back = conversion(column.name, typeAfter, typeBefore);
      if (there === null || back === null || there.loses !== null) return [null];
      return [
        {
          table: nameOnly(table),
          column: column.name,
          from: storedType(column),
          to: { ...storedType(counterpart), type: column.type },
          conversion: { there, back },
          isWayBack: false,
          // Where it becomes an array, or none, its default changes by itself, as that of any type does.
          default:
            isArray === counterpart.type.isArray
              ? { from: plainDefault(column.value), to: plainDefault(counterpart.value) }
              : { from: null, to: null },
        },
      ];
    }),
  );
  return uses.every((use) => use !== null) ? uses : null;
}

/** The checks of the new domain may refuse any value. */
function conversion(column: string, from: DataType, to: DataType): Conversion | null {
  const found = typeConversion(
    column,
    { type: from, collation: null },
    { type: to, collation: null },
    (type) => type,
  );
  return found === null ? null : { ...found, cost: 'mayFail' };
}

function elementsOf(type: DataType, isArray: boolean): DataType {
  return isArray && !type.isArray ? { ...type, text: `${type.text}[]`, isArray } : type;
}
