import type { Column, ColumnSequence } from '../../schema/column';
import type { QualifiedName } from '../../schema/qualified-name';
import type { SequenceOptions } from '../../schema/sequence';
import { identifier, join, literal, nothing, qualified, type Sql, sql, trusted } from '../../sql/sql';
import { displayName } from '../display-name';
import { createSequenceSql, differingOptions } from '../sequences/create-sequence';
import { giveSequence } from '../sequences/set-sequence-owner';
import { commentStatements } from '../set-comment';
import { type Statement, statement } from '../statement';
import type { ColumnName } from './column-name';
import { renderSetColumnCompression } from './set-column-compression';
import { renderSetColumnOptions } from './set-column-options';
import { renderSetColumnStatistics } from './set-column-statistics';
import { renderSetColumnStorage } from './set-column-storage';

export function collate(collation: QualifiedName | null): Sql {
  return collation === null ? nothing : sql`COLLATE ${qualified(collation.schema, collation.name)}`;
}

/** `"name" type …`, as CREATE TABLE and ADD COLUMN take it. */
export function columnDefinition(table: QualifiedName, column: Column): Sql {
  const { name, type, collation, value, notNull } = column;
  if (value.kind === 'serial' && isPlainSerial(table, column, value.sequence)) {
    return sql`${identifier(name)} ${trusted(serialTypes[value.sequence.options.dataType])} NOT NULL`;
  }
  return join(
    [
      identifier(name),
      trusted(type.text),
      collate(collation),
      valueClause(column),
      notNull ? sql`NOT NULL` : nothing,
    ],
    ' ',
  );
}

/** What must be there before the column: the sequence of a serial column that `serial` would not make just so. */
export function statementsBeforeColumn(table: QualifiedName, column: Column): readonly Statement[] {
  if (column.value.kind !== 'serial') return [];
  const { sequence } = column.value;
  if (isPlainSerial(table, column, sequence)) return [];
  return [
    statement(`Create sequence ${displayName(sequence)}`, createSequenceSql(sequence, sequence.options)),
  ];
}

/** What CREATE TABLE and ADD COLUMN cannot say in every supported version. */
export function statementsAfterColumn(
  table: QualifiedName,
  column: Column,
  tableOwner?: string,
): readonly Statement[] {
  const on = { table, column: column.name };
  const { schema, name } = table;
  return [
    ...(column.value.kind === 'serial' && !isPlainSerial(table, column, column.value.sequence)
      ? ownSequence(table, column.name, column.value.sequence, tableOwner)
      : []),
    ...(column.value.kind === 'identity' ? sequenceComment(column.value.sequence) : []),
    ...storageStatements(on, column),
    ...(column.statisticsTarget === null
      ? []
      : renderSetColumnStatistics({
          kind: 'setColumnStatistics',
          ...on,
          from: null,
          to: column.statisticsTarget,
        })),
    ...(column.options.length === 0
      ? []
      : renderSetColumnOptions({ kind: 'setColumnOptions', ...on, from: [], to: column.options })),
    ...commentStatements({ kind: 'column', schema, relation: name, name: column.name }, column.comment),
  ];
}

/** A new column, and one that gets another type, has the storage and the compression of its type. */
export function storageStatements(
  on: ColumnName,
  { storage, compression }: Pick<Column, 'storage' | 'compression'>,
): readonly Statement[] {
  return [
    ...(storage === null
      ? []
      : renderSetColumnStorage({
          kind: 'setColumnStorage',
          ...on,
          from: storage.ofType,
          to: storage.chosen,
        })),
    ...(compression === null
      ? []
      : renderSetColumnCompression({ kind: 'setColumnCompression', ...on, from: null, to: compression })),
  ];
}

/** Ties a sequence to its column, which must be of a table of the same owner, and says its comment. */
export function ownSequence(
  table: QualifiedName,
  column: string,
  sequence: ColumnSequence,
  tableOwner?: string,
): readonly Statement[] {
  const owner = sql`${qualified(table.schema, table.name)}.${identifier(column)}`;
  return [
    ...(tableOwner === undefined ? [] : [giveSequence(sequence, tableOwner)]),
    statement(
      `Tie sequence ${displayName(sequence)} to ${displayName(table)}.${column}`,
      sql`ALTER SEQUENCE ${qualified(sequence.schema, sequence.name)} OWNED BY ${owner}`,
    ),
    ...sequenceComment(sequence),
  ];
}

export function sequenceComment({ schema, name, comment }: ColumnSequence): readonly Statement[] {
  return commentStatements({ kind: 'sequence', schema, name }, comment);
}

/** `nextval('public.users_id_seq'::regclass)` */
export function nextValue({ schema, name }: QualifiedName): Sql {
  return sql`nextval(${literal(qualified(schema, name).text)}::regclass)`;
}

/** `GENERATED … AS IDENTITY (…)` */
export function identityClause(generated: 'always' | 'by default', sequence: ColumnSequence): Sql {
  const options = join(
    [sql`SEQUENCE NAME ${qualified(sequence.schema, sequence.name)}`, ...differingOptions(sequence.options)],
    ' ',
  );
  return sql`GENERATED ${trusted(generated.toUpperCase())} AS IDENTITY (${options})`;
}

function valueClause({ value }: Column): Sql {
  switch (value.kind) {
    case 'none':
      return nothing;
    case 'default':
      return sql`DEFAULT ${trusted(value.expression)}`;
    case 'serial':
      return sql`DEFAULT ${nextValue(value.sequence)}`;
    case 'identity':
      return identityClause(value.generated, value.sequence);
    case 'generated':
      return sql`GENERATED ALWAYS AS (${trusted(value.expression)}) ${trusted(value.storage.toUpperCase())}`;
  }
}

const serialTypes: { readonly [type in SequenceOptions['dataType']]: string } = {
  smallint: 'smallserial',
  integer: 'serial',
  bigint: 'bigserial',
};

/** Whether `serial` makes exactly this column. Postgres shortens names over 63 bytes in a way of its own. */
function isPlainSerial(table: QualifiedName, column: Column, sequence: ColumnSequence): boolean {
  if (!column.notNull) return false;
  const { name, options, comment } = sequence;
  const usualName = `${table.name}_${column.name}_seq`;
  return (
    column.type.text === options.dataType &&
    name === usualName &&
    Buffer.byteLength(usualName) <= 63 &&
    !options.unlogged &&
    comment === null &&
    differingOptions(options).length === 0
  );
}
