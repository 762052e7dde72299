import type { Hazard } from '../../hazards/hazard';
import type { Column } from '../../schema/column';
import { columnAddress } from '../../schema/dependency-edges';
import { nameOnly } from '../../schema/name-key';
import type { ObjectAddress } from '../../schema/object-address';
import type { QualifiedName } from '../../schema/qualified-name';
import { identifier, join, literal, nothing, qualified, type Sql, sql, trusted } from '../../sql/sql';
import { byTable } from '../by-table';
import { storageStatements } from '../columns/render-column';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Accessible, giveAccess } from '../give-access';
import { rewritten } from '../rewritten';
import { commentStatements } from '../set-comment';
import { type Statement, statement } from '../statement';
import { retiredName } from './retired-name';

/** A column of the type, and its default on both sides: the default is taken off while the type is exchanged. */
export interface EnumUse {
  readonly table: QualifiedName;
  readonly column: string;
  readonly isArray: boolean;
  /** A row need not have a label: NULL is one more thing that it can get. */
  readonly nullable: boolean;
  readonly default: { readonly from: string | null; readonly to: string | null };
  /** What Postgres sets back to the type's own meanwhile. */
  readonly stored: { readonly from: Stored; readonly to: Stored };
}

type Stored = Pick<Column, 'storage' | 'compression'>;

export interface LabelMapping {
  readonly from: string;
  /** `null`: NULL. */
  readonly to: string | null;
}

/** Exchanges an enum type for one with other labels, which `ALTER TYPE` cannot: it neither removes nor moves a label. */
export interface RebuildEnum extends Accessible {
  readonly kind: 'rebuildEnum';
  readonly type: QualifiedName & { readonly comment: string | null };
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly uses: readonly EnumUse[];
  /** What rows with a label that is no more get, on the way there and on the way back. */
  readonly map: { readonly there: readonly LabelMapping[]; readonly back: readonly LabelMapping[] };
}

function renderRebuildEnum({ type, from, to, uses, map, access }: RebuildEnum): readonly Statement[] {
  const { schema, name } = type;
  const shown = displayName(type);
  const retired = retiredName(name);
  return [
    statement(
      `Set enum ${shown} aside`,
      sql`ALTER TYPE ${qualified(schema, name)} RENAME TO ${identifier(retired)}`,
    ),
    statement(
      `Create enum ${shown} with its new labels`,
      sql`CREATE TYPE ${qualified(schema, name)} AS ENUM (${join(to.map(literal))})`,
    ),
    ...commentStatements({ kind: 'enum', schema, name }, type.comment),
    ...byTable(uses).flatMap(([table, ofTable]) => [
      statement(
        `Move ${displayName(table)}.${ofTable.map(({ column }) => column).join(', ')} to the new ${shown}`,
        sql`ALTER TABLE ${qualified(table.schema, table.name)}\n  ${join(
          ofTable.flatMap((use) => renderUse(use, qualified(schema, name), map.there)),
          ',\n  ',
        )}`,
        {
          hazards: [
            rewritten(table),
            ...ofTable.flatMap((use) => missing(use, missingLabels(from, to, map.there))),
          ],
          note: noteOf(table, from, map.there),
        },
      ),
      ...ofTable.flatMap((use) => storageStatements(use, use.stored.to)),
    ]),
    statement(`Drop the old ${shown}`, sql`DROP TYPE ${qualified(schema, retired)}`),
    ...giveAccess(access),
  ];
}

function reverseRebuildEnum(operation: RebuildEnum): RebuildEnum {
  const { from, to, uses, map } = operation;
  return {
    ...operation,
    from: to,
    to: from,
    uses: uses.map((use) => ({
      ...use,
      default: { from: use.default.to, to: use.default.from },
      stored: { from: use.stored.to, to: use.stored.from },
    })),
    map: { there: map.back, back: map.there },
  };
}

/** The labels of `from` that rows may hold and that have no counterpart in `to`. */
export function missingLabels(
  from: readonly string[],
  to: readonly string[],
  map: readonly LabelMapping[],
): readonly string[] {
  const answered = new Set([...to, ...map.map((mapping) => mapping.from)]);
  return from.filter((label) => !answered.has(label));
}

/** Rows that get a label that others have too cannot be told from those on the way back. */
function noteOf(table: QualifiedName, from: readonly string[], map: readonly LabelMapping[]): string | null {
  const lost = map.filter(
    ({ to }, index) =>
      to === null || from.includes(to) || map.some((other, at) => at < index && other.to === to),
  );
  if (lost.length === 0) return null;
  const labels = lost.map((mapping) => `'${mapping.from}'`).join(' or ');
  return `The way back does not know which rows of ${displayName(table)} were ${labels}.`;
}

function renderUse(use: EnumUse, type: Sql, map: readonly LabelMapping[]): readonly Sql[] {
  const column = identifier(use.column);
  const target = use.isArray ? sql`${type}[]` : type;
  return [
    use.default.from === null ? nothing : sql`ALTER COLUMN ${column} DROP DEFAULT`,
    sql`ALTER COLUMN ${column} TYPE ${target} USING ${convert(column, target, use.isArray, map)}`,
    use.default.to === null ? nothing : sql`ALTER COLUMN ${column} SET DEFAULT ${trusted(use.default.to)}`,
  ];
}

/** A subquery is not allowed in USING, so the labels of an array are exchanged one by one with `array_replace`. */
function convert(column: Sql, target: Sql, isArray: boolean, map: readonly LabelMapping[]): Sql {
  if (isArray) {
    const replaced = map.reduce(
      (value, { from, to }) => sql`array_replace(${value}, ${literal(from)}, ${literal(to)})`,
      sql`${column}::text[]`,
    );
    return sql`${replaced}::${target}`;
  }
  if (map.length === 0) return sql`${column}::text::${target}`;
  const cases = map.map(({ from, to }) => sql`WHEN ${literal(from)} THEN ${literal(to)}`);
  return sql`(CASE ${column}::text ${join(cases, ' ')} ELSE ${column}::text END)::${target}`;
}

function missing({ table, column }: EnumUse, labels: readonly string[]): readonly Hazard[] {
  if (labels.length === 0) return [];
  const text = `Fails if a row of ${displayName(table)} has ${labels.map((label) => `'${label}'`).join(' or ')} in ${column}.`;
  return [{ kind: 'mayFail', text, table }];
}

export const rebuildEnum: Definition<RebuildEnum, RebuildEnum> = {
  render: renderRebuildEnum,
  reverse: reverseRebuildEnum,
  effects: (operation) => {
    const type: ObjectAddress = { kind: 'enum', ...nameOnly(operation.type) };
    const columns = operation.uses.map(({ table, column }) => columnAddress(table, column));
    return { creates: [type], removes: [type], alters: columns };
  },
};
