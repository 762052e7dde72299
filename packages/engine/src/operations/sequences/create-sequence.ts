import { nameOnly } from '../../schema/name-key';
import type { QualifiedName } from '../../schema/qualified-name';
import type { Sequence, SequenceOptions } from '../../schema/sequence';
import { identifier, join, nothing, qualified, type Sql, sql, trusted } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Accessible, giveAccess } from '../give-access';
import { commentStatements } from '../set-comment';
import { type Statement, statement } from '../statement';

export interface CreateSequence extends Accessible {
  readonly kind: 'createSequence';
  readonly sequence: Sequence;
}

export interface DropSequence extends Accessible {
  readonly kind: 'dropSequence';
  readonly sequence: Sequence;
}

function renderCreateSequence({ sequence, access }: CreateSequence): readonly Statement[] {
  const { schema, name, options, ownedBy, comment } = sequence;
  const owner =
    ownedBy === null
      ? nothing
      : sql`OWNED BY ${qualified(ownedBy.schema, ownedBy.table)}.${identifier(ownedBy.column)}`;
  return [
    statement(
      `Create sequence ${displayName(sequence)}`,
      join([createSequenceSql(sequence, options), owner], ' '),
    ),
    ...commentStatements({ kind: 'sequence', schema, name }, comment),
    ...giveAccess(access),
  ];
}

function renderDropSequence({ sequence }: DropSequence): readonly Statement[] {
  return [
    statement(
      `Drop sequence ${displayName(sequence)}`,
      sql`DROP SEQUENCE ${qualified(sequence.schema, sequence.name)}`,
      { note: `Where ${displayName(sequence)} had counted to is gone.` },
    ),
  ];
}

/** `CREATE SEQUENCE name …` with only the options that are not what Postgres takes by itself. */
export function createSequenceSql({ schema, name }: QualifiedName, options: SequenceOptions): Sql {
  const create = options.unlogged ? sql`CREATE UNLOGGED SEQUENCE` : sql`CREATE SEQUENCE`;
  const type = options.dataType === 'bigint' ? nothing : sql`AS ${trusted(options.dataType)}`;
  return join([sql`${create} ${qualified(schema, name)}`, type, ...differingOptions(options)], ' ');
}

/** The options, less the data type, that differ from what Postgres takes by itself. */
export function differingOptions(options: SequenceOptions): readonly Sql[] {
  const usual = usualOptions(options);
  const option = (keyword: string, key: 'start' | 'increment' | 'minimum' | 'maximum' | 'cache') =>
    options[key] === usual[key] ? nothing : sql`${trusted(keyword)} ${trusted(options[key])}`;
  return [
    option('INCREMENT BY', 'increment'),
    option('MINVALUE', 'minimum'),
    option('MAXVALUE', 'maximum'),
    option('START WITH', 'start'),
    option('CACHE', 'cache'),
    options.cycle ? sql`CYCLE` : nothing,
  ].filter(({ text }) => text !== '');
}

/** @see https://www.postgresql.org/docs/current/sql-createsequence.html */
function usualOptions({ dataType, increment, minimum, maximum }: SequenceOptions) {
  const bits = { smallint: 16n, integer: 32n, bigint: 64n }[dataType];
  const descending = increment.startsWith('-');
  const usualMinimum = descending ? String(-(2n ** (bits - 1n))) : '1';
  const usualMaximum = descending ? '-1' : String(2n ** (bits - 1n) - 1n);
  return {
    increment: '1',
    minimum: usualMinimum,
    maximum: usualMaximum,
    start: descending ? maximum : minimum,
    cache: '1',
  };
}

export const createSequence: Definition<CreateSequence, DropSequence> = {
  render: renderCreateSequence,
  reverse: (operation) => ({ ...operation, kind: 'dropSequence' }),
  effects: (operation) => ({ creates: [{ kind: 'sequence', ...nameOnly(operation.sequence) }] }),
};

export const dropSequence: Definition<DropSequence, CreateSequence> = {
  render: renderDropSequence,
  reverse: (operation) => ({ ...operation, kind: 'createSequence' }),
  effects: (operation) => ({ removes: [{ kind: 'sequence', ...nameOnly(operation.sequence) }] }),
};
