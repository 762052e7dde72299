import type { Column } from './column';
import { emptySchema } from './empty-schema';
import { listDifferences, migrationsAndDatabase } from './list-differences';
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
      'column public.users.a: not null was false, and is true',
      'column public.users.a: value kind was "none", and is "default"',
      'column public.users.a: value expression was not set, and is "1"',
      'column public.users.b is gone',
      'column public.users.c is new',
    ]);
  });

  it('says of the database in use what is there, and what should be', () => {
    const index = { name: 'ix_a' } as Table['indexes'][number];
    const from = withTable(column('a'), column('b'));
    const to = withTable(column('a', { notNull: true }), column('c'));
    const indexed = { ...to, tables: to.tables.map((table) => ({ ...table, indexes: [index] })) };
    expect(listDifferences(from, indexed, migrationsAndDatabase)).toEqual([
      'column public.users.a: not null is true in the database, and false by the migrations',
      'column public.users.b is made by a migration, and is not in the database',
      'column public.users.c is in the database, and in no migration',
      'index ix_a of table public.users is in the database, and in no migration',
    ]);
  });

  it('minds the order of labels', () => {
    expect(listDifferences(color('red', 'blue'), color('blue', 'red'))).toEqual([
      'enum public.color: labels 1 was "red", and is "blue"',
      'enum public.color: labels 2 was "blue", and is "red"',
    ]);
  });

  it('does not compare what follows from the rest', () => {
    const address = { kind: 'table', schema: 'public', name: 'users' } as const;
    const dependencies = [{ dependent: address, on: address, kind: 'normal' }] as const;
    expect(listDifferences(emptySchema, { ...emptySchema, dependencies })).toEqual([]);
  });
});
