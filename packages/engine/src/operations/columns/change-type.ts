import type { Hazard } from '../../hazards/hazard';
import type { Column } from '../../schema/column';
import type { DataType } from '../../schema/data-type';
import { columnAddress } from '../../schema/dependency-edges';
import type { QualifiedName } from '../../schema/qualified-name';
import { same } from '../../schema/same';
import { identifier, join, nothing, qualified, type Sql, sql, trusted } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { rewritten } from '../rewritten';
import { type Statement, type StatementDetails, statement } from '../statement';
import type { ColumnName } from './column-name';
import { collate, storageStatements } from './render-column';

export interface ColumnType {
  readonly type: DataType;
  readonly collation: QualifiedName | null;
}

/** With what Postgres sets back to the type's own when the type changes. */
export type StoredType = ColumnType & Pick<Column, 'storage' | 'compression'>;

export function storedType({ type, collation, storage, compression }: Column): StoredType {
  return { type, collation, storage, compression };
}

/** How the stored values become values of the other type. */
export interface Conversion {
  /** `null` where Postgres has a cast that it takes unasked. */
  readonly using: string | null;
  /** `free`: nothing but the catalog changes; `rewrite`: every row does; `mayFail`: and some may not be convertible. */
  readonly cost: 'free' | 'rewrite' | 'mayFail';
  /** What the values lose, where they do. */
  readonly loses: string | null;
  /** What is taken for granted of the values, where they do not say it. */
  readonly assumes?: string;
}

export interface ChangeType extends ColumnName {
  readonly kind: 'changeType';
  readonly from: StoredType;
  readonly to: StoredType;
  readonly conversion: { readonly there: Conversion; readonly back: Conversion };
  /** It takes one back: what cannot be taken back was told there. */
  readonly isWayBack: boolean;
  /** Indexes and keys over the column that stay where they are, and are built again with it: any, or a unique one too. */
  readonly keys?: 'any' | 'unique';
}

function renderChangeType(operation: ChangeType): readonly Statement[] {
  const { table, column, to } = operation;
  return [
    statement(
      describeChange(operation),
      sql`ALTER TABLE ${qualified(table.schema, table.name)} ${alterType(operation)}`,
      { hazards: hazardsOf(operation), note: noteOf(operation) },
    ),
    ...storageStatements({ table, column }, to),
  ];
}

function describeChange({ table, column, from, to }: ChangeType): string {
  const place = `${displayName(table)}.${column}`;
  return from.type.text === to.type.text
    ? `Change the collation of ${place} to ${to.collation === null ? 'that of its type' : to.collation.name}`
    : `Change the type of ${place} from ${from.type.text} to ${to.type.text}`;
}

/** What `ALTER TABLE` is told. */
export function alterType({ column, to, conversion: { there } }: ChangeType): Sql {
  return join(
    [
      sql`ALTER COLUMN ${identifier(column)} TYPE ${trusted(to.type.text)}`,
      collate(to.collation),
      there.using === null ? nothing : sql`USING ${trusted(there.using)}`,
    ],
    ' ',
  );
}

function noteOf({ table, column, conversion: { there, back }, isWayBack }: ChangeType): string | null {
  const place = `${displayName(table)}.${column}`;
  const lines = [there.loses, there.assumes ?? null].flatMap((line) =>
    line === null ? [] : `${place}: ${line}`,
  );
  if (there.loses === null && back.loses !== null && !isWayBack)
    lines.push(`${place}, on the way back: ${back.loses}`);
  return lines.length === 0 ? null : lines.join('\n');
}

export function reverseChangeType(operation: ChangeType): ChangeType {
  const { from, to, conversion, isWayBack } = operation;
  return {
    ...operation,
    from: to,
    to: from,
    conversion: { there: conversion.back, back: conversion.there },
    isWayBack: !isWayBack,
  };
}

function hazardsOf(operation: ChangeType): readonly Hazard[] {
  const {
    table,
    column,
    conversion: { there },
  } = operation;
  const hazards: Hazard[] = [];
  if (there.cost !== 'free') hazards.push(rewritten(table));
  if (there.cost === 'free' && operation.keys !== undefined && sortsOtherwise(operation)) {
    const text = `The indexes over ${column} are built again: nobody can read or write ${displayName(table)} meanwhile.`;
    hazards.push({ kind: 'blocksReads', text, table });
  }
  if (there.cost === 'mayFail') {
    const text = `Fails if the ${column} of a row of ${displayName(table)} cannot be converted.`;
    hazards.push({ kind: 'mayFail', text, table });
  }
  if (operation.keys === 'unique' && mayMeet(operation)) {
    const text = `Fails if two rows of ${displayName(table)} have the same key over ${column} then.`;
    hazards.push({ kind: 'mayFail', text, table });
  }
  if (there.loses !== null) {
    hazards.push({ kind: 'losesData', text: `${displayName(table)}.${column}: ${there.loses}`, table });
  }
  return hazards;
}

/** What is to be known of one statement that changes several columns of a table. */
export function detailsOf(changes: readonly ChangeType[]): StatementDetails {
  const hazards = new Map(changes.flatMap(hazardsOf).map((hazard) => [hazard.text, hazard]));
  const notes = changes.map(noteOf).filter((note) => note !== null);
  return { hazards: [...hazards.values()], note: notes.length === 0 ? null : notes.join('\n') };
}

/** Postgres keeps an index over the same bits only where it orders them in the same way. */
function sortsOtherwise({ from, to }: ChangeType): boolean {
  return !same(from.collation, to.collation) || isCitext(from) !== isCitext(to);
}

/** Whether values that were different may become the same. */
function mayMeet({ from, to, conversion: { there } }: ChangeType): boolean {
  const isRead = there.using !== null && there.cost === 'mayFail' && to.type.kind !== 'enum';
  return isRead || there.loses !== null || (isCitext(to) && !isCitext(from));
}

function isCitext({ type }: ColumnType): boolean {
  return type.base.name === 'citext';
}

export const changeType: Definition<ChangeType, ChangeType> = {
  render: renderChangeType,
  reverse: reverseChangeType,
  effects: (operation) => ({ alters: [columnAddress(operation.table, operation.column)] }),
};
