import type { Column } from './column';
import { emptySchema } from './empty-schema';
import { listDifferences } from './list-differences';
import type { Schema } from './schema';
import type { Table } from './table';

const integer = {
  text: 'integer',
  base: { schema: 'pg_catalog', name: 'int4' },
  kind: 'base',
  modifiers: null,
  isArray: false,
} as const;

function column(name: string, change: Partial<Column> = {}): Column {
  return {
    name,
    type: integer,
    collation: null,
    notNull: false,
    value: { kind: 'none' },
    storage: null,
    compression: null,
    statisticsTarget: null,
    options: [],
    inherited: false,
    comment: null,
    ...change,
  };
}

function withTable(...columns: readonly Column[]): Schema {
  const table: Table = {
    schema: 'public',
    name: 'users',
    columns,
    constraints: [],
    indexes: [],
    triggers: [],
    policies: [],
    rules: [],
    unlogged: false,
    inherits: [],
    partition: { kind: 'none' },
    rowSecurity: { enabled: false, forced: false },
    replicaIdentity: { kind: 'default' },
    clusteredOn: null,
    accessMethod: 'heap',
    options: [],
    comment: null,
  };
  return { ...emptySchema, tables: [table] };
}

const color = (...labels: readonly string[]): Schema => ({
  ...emptySchema,
  enums: [{ schema: 'public', name: 'color', labels, comment: null }],
});

describe('listDifferences', () => {
  it('says nothing of the same schema', () => {
    expect(listDifferences(withTable(column('a')), withTable(column('a')))).toEqual([]);
  });

  it('does not mind the order of the columns of a table', () => {
    expect(listDifferences(withTable(column('a'), column('b')), withTable(column('b'), column('a')))).toEqual(
      [],
    );
  });

  it('says what is gone, new and changed, and where', () => {
    const from = withTable(column('a'), column('b'));
    const to = withTable(
      column('a', { notNull: true, value: { kind: 'default', expression: '1' } }),
      column('c'),
    );
    expect(listDifferences(from, to)).toEqual([
      'tables public.users columns a notNull: false, to true',
      'tables public.users columns a value kind: "none", to "default"',
      'tables public.users columns a value expression: undefined, to "1"',
      'tables public.users columns b: is gone',
      'tables public.users columns c: is new',
    ]);
  });

  it('minds the order of labels', () => {
    expect(listDifferences(color('red', 'blue'), color('blue', 'red'))).toEqual([
      'enums public.color labels 1: "red", to "blue"',
      'enums public.color labels 2: "blue", to "red"',
    ]);
  });

  it('does not compare what follows from the rest', () => {
    const address = { kind: 'table', schema: 'public', name: 'users' } as const;
    const dependencies = [{ dependent: address, on: address, kind: 'normal' }] as const;
    expect(listDifferences(emptySchema, { ...emptySchema, dependencies })).toEqual([]);
  });
});
