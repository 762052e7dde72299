import fc from 'fast-check';
import type { RandomExtras } from './random-extras';
import { columnNames, tableCount } from './random-names';
import { columnTypes } from './random-types';

/** A small schema, as a property test makes it up; `renderRandomSchema` says it in SQL. */
export interface RandomSchema {
  readonly enums: readonly (readonly string[])[];
  readonly tables: readonly (RandomTable | null)[];
  readonly views: readonly (RandomView | null)[];
  /** Which tables and columns bear another name than theirs; by position. */
  readonly renamed?: Renamed;
  readonly extras?: RandomExtras;
}

interface Renamed {
  readonly tables: readonly boolean[];
  readonly columns: readonly (readonly boolean[])[];
}

export interface RandomTable {
  readonly id: (typeof idTypes)[number];
  /** By position; a column keeps its name whatever becomes of it. */
  readonly columns: readonly (RandomColumn | null)[];
  readonly uniques: readonly (readonly number[])[];
  readonly indexes: readonly RandomIndex[];
  readonly checks: readonly number[];
  readonly foreignKey: { readonly table: number; readonly onDelete: string } | null;
  readonly comment: string | null;
  /** What a generated column computes. */
  readonly generated: string | null;
  /** Columns that a policy reads, and an id from which a trigger runs. */
  readonly policy: number | null;
  readonly trigger: number | null;
}

export interface RandomColumn {
  readonly type: number;
  readonly notNull: boolean;
  /** Which of the defaults of the type; `null` for none. */
  readonly default: number | null;
  readonly comment: string | null;
}

export interface RandomIndex {
  readonly columns: readonly number[];
  readonly descending: boolean;
  readonly lower: boolean;
  readonly predicate: boolean;
  readonly unique: boolean;
}

interface RandomView {
  readonly table: number;
  readonly materialized: boolean;
  readonly limit: number;
  /** It reads the view before it, where there is one, instead of the table. */
  readonly overView: boolean;
}

const idTypes = ['int', 'bigint', 'serial', 'bigserial', 'int GENERATED ALWAYS AS IDENTITY'] as const;

const labels = ['a', 'b', 'c', `d'e`] as const;
export const rowCount = 2;

const column = fc.record<RandomColumn>({
  type: fc.nat(columnTypes.length - 1),
  notNull: fc.boolean(),
  default: fc.option(fc.nat(3)),
  comment: fc.option(fc.constantFrom('one', `it's`)),
});
const position = fc.nat(columnNames.length - 1);
const positions = fc.uniqueArray(position, { minLength: 1, maxLength: 3 });

const table = fc.record<RandomTable>({
  id: fc.constantFrom(...idTypes),
  columns: fc.array(fc.option(column, { freq: 3 }), {
    minLength: columnNames.length,
    maxLength: columnNames.length,
  }),
  uniques: fc.array(positions, { maxLength: 2 }),
  indexes: fc.array(
    fc.record<RandomIndex>({
      columns: positions,
      descending: fc.boolean(),
      lower: fc.boolean(),
      predicate: fc.boolean(),
      unique: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  checks: fc.uniqueArray(position, { maxLength: 2 }),
  foreignKey: fc.option(
    fc.record({
      table: fc.nat(tableCount - 1),
      onDelete: fc.constantFrom('NO ACTION', 'CASCADE', 'SET NULL', 'RESTRICT'),
    }),
  ),
  comment: fc.option(fc.constantFrom('a table', `it's`)),
  generated: fc.option(fc.constantFrom('id * 2', 'id + 1', 'abs(id)')),
  policy: fc.option(position),
  trigger: fc.option(fc.nat(3)),
});

export const randomSchema = fc.record<RandomSchema>({
  enums: fc.tuple(
    ...[0, 1].map(() =>
      fc.shuffledSubarray([...labels], { minLength: 1 }).map((some) => [...new Set(['a', ...some])]),
    ),
  ),
  tables: fc.array(fc.option(table, { freq: 4 }), { minLength: tableCount, maxLength: tableCount }),
  views: fc.array(
    fc.option(
      fc.record<RandomView>({
        table: fc.nat(tableCount - 1),
        materialized: fc.boolean(),
        limit: fc.nat(9),
        overView: fc.boolean(),
      }),
    ),
    { minLength: 3, maxLength: 3 },
  ),
});

const flags = (length: number) => fc.array(fc.boolean(), { minLength: length, maxLength: length });

/** Two schemas that have much in common, the forms in which one becomes the other, and which rows have no value where. */
export const randomEdit = fc
  .tuple(
    ...([randomSchema, randomSchema, flags(24), fc.boolean()] as const),
    fc.record<Renamed>({
      tables: flags(tableCount),
      columns: fc.array(flags(columnNames.length), { minLength: tableCount, maxLength: tableCount }),
    }),
    flags(rowCount * columnNames.length),
  )
  .map(([from, other, changed, online, renamed, empty]) => {
    let at = 0;
    const pick = <T>(old: T, fresh: T): T => (changed[at++ % changed.length] ? fresh : old);
    const to: RandomSchema = {
      enums: from.enums.map((one, index) => pick(one, other.enums[index] ?? one)),
      tables: from.tables.map((one, index) => {
        const fresh = other.tables[index] ?? null;
        return one === null || fresh === null
          ? pick(one, fresh)
          : {
              id: pick(one.id, fresh.id),
              columns: one.columns.map((old, position) => pick(old, fresh.columns[position] ?? null)),
              uniques: pick(one.uniques, fresh.uniques),
              indexes: pick(one.indexes, fresh.indexes),
              checks: pick(one.checks, fresh.checks),
              foreignKey: pick(one.foreignKey, fresh.foreignKey),
              comment: pick(one.comment, fresh.comment),
              generated: pick(one.generated, fresh.generated),
              policy: pick(one.policy, fresh.policy),
              trigger: pick(one.trigger, fresh.trigger),
            };
      }),
      views: from.views.map((one, index) => pick(one, other.views[index] ?? null)),
      renamed,
    };
    return { from, to, online, empty };
  });
