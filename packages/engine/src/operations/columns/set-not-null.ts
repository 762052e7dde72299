import type { Hazard } from '../../hazards/hazard';
import type { DataType } from '../../schema/data-type';
import { columnAddress } from '../../schema/dependency-edges';
import type { QualifiedName } from '../../schema/qualified-name';
import { identifier, qualified, sql, trusted } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Statement, statement } from '../statement';
import { alterColumn, type ColumnName } from './column-name';
import { fillFailure } from './fill-failure';
import { settleDeferred } from './settle-deferred';

interface NotNull extends ColumnName {
  readonly type: DataType;
  /** What the rows that have none get first. */
  readonly fill: string | null;
  /** Something on the table looks at its rows no sooner than at the end of a transaction. */
  readonly defers: boolean;
  /** The same plan adds the column, so that the way back has no rows of before to tell of. */
  readonly isNew?: boolean;
  /** The name of a check that the rows are held against first, while others read and write: outside a transaction. */
  readonly provenBy?: string;
}

export interface SetNotNull extends NotNull {
  readonly kind: 'setNotNull';
}

export interface DropNotNull extends NotNull {
  readonly kind: 'dropNotNull';
}

function renderSetNotNull(operation: SetNotNull): readonly Statement[] {
  return operation.provenBy === undefined
    ? renderAtOnce(operation)
    : renderProven(operation, operation.provenBy);
}

/**
 * Postgres reads no row again where a valid check says that there is no NULL. The check is dropped by a statement of its
 * own: in the same one it would be gone before Postgres looks for it.
 *
 * @see https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DROP-NOT-NULL
 */
function renderProven(
  { table, column, fill, isNew = false }: SetNotNull,
  check: string,
): readonly Statement[] {
  const target = sql`ALTER TABLE ${qualified(table.schema, table.name)}`;
  const place = `${displayName(table)}.${column}`;
  return [
    statement(
      `Refuse new rows without ${place}`,
      sql`${target} ADD CONSTRAINT ${identifier(check)} CHECK (${identifier(column)} IS NOT NULL) NOT VALID`,
    ),
    ...renderFill({ table, column, fill, isNew }),
    statement(`Check that every row has ${place}`, sql`${target} VALIDATE CONSTRAINT ${identifier(check)}`, {
      hazards: fill === null ? [failure(table, column)] : [],
    }),
    statement(`Forbid NULL in ${place}`, sql`${target} ALTER COLUMN ${identifier(column)} SET NOT NULL`),
    statement(
      `Drop the check of ${place}, which NOT NULL does now`,
      sql`${target} DROP CONSTRAINT ${identifier(check)}`,
    ),
  ].map((one) => ({ ...one, transactional: false }));
}

function renderAtOnce({ table, column, fill, defers }: SetNotNull): readonly Statement[] {
  const target = qualified(table.schema, table.name);
  const name = identifier(column);
  const scan = {
    kind: 'blocksReads',
    text: `Every row of ${displayName(table)} is checked: nobody can read or write it meanwhile.`,
    table,
  } as const;
  return [
    ...(defers && fill !== null ? [settleDeferred] : []),
    ...renderFill({ table, column, fill, isNew: false }),
    statement(
      `Forbid NULL in ${displayName(table)}.${column}`,
      sql`ALTER TABLE ${target} ALTER COLUMN ${name} SET NOT NULL`,
      { hazards: fill === null ? [scan, failure(table, column)] : [scan] },
    ),
  ];
}

function failure(table: QualifiedName, column: string): Hazard {
  return { kind: 'mayFail', text: `Fails if a row of ${displayName(table)} has no ${column}.`, table };
}

function renderFill({
  table,
  column,
  fill,
  isNew,
}: Pick<NotNull, 'table' | 'column' | 'fill'> & { readonly isNew: boolean }): readonly Statement[] {
  if (fill === null) return [];
  const name = identifier(column);
  return [
    statement(
      `Give the rows without ${column} one`,
      sql`UPDATE ${qualified(table.schema, table.name)} SET ${name} = ${trusted(fill)} WHERE ${name} IS NULL`,
      {
        hazards: [fillFailure(table)],
        note: isNew
          ? null
          : `The way back does not tell which rows of ${displayName(table)} had no ${column}.`,
      },
    ),
  ];
}

function renderDropNotNull({ table, column }: DropNotNull): readonly Statement[] {
  return [
    statement(
      `Allow NULL in ${displayName(table)}.${column}`,
      alterColumn({ table, column }, sql`DROP NOT NULL`),
    ),
  ];
}

export const setNotNull: Definition<SetNotNull, DropNotNull> = {
  render: renderSetNotNull,
  reverse: (operation) => ({ ...operation, kind: 'dropNotNull' }),
  effects: ({ table, column, provenBy }) => {
    const on = [columnAddress(table, column)];
    // In files of its own it comes last: what was taken off the column does not wait for it to be put back.
    return provenBy === undefined ? { alters: on } : { needs: on };
  },
};

export const dropNotNull: Definition<DropNotNull, SetNotNull> = {
  render: renderDropNotNull,
  reverse: (operation) => ({ ...operation, kind: 'setNotNull' }),
  effects: (operation) => ({ alters: [columnAddress(operation.table, operation.column)] }),
};
