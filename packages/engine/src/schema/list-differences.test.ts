import { madeUpColumn, madeUpTable } from '../../test/made-up-table';
import type { Column } from './column';
import { emptySchema } from './empty-schema';
import { listDifferences, migrationsAndDatabase } from './list-differences';
import type { Schema } from './schema';
import type { TableIndex } from './table-index';

function withTable(...columns: readonly Column[]): Schema {
  return { ...emptySchema, tables: [madeUpTable('users', { columns })] };
}

const color = (...labels: readonly string[]): Schema => ({
  ...emptySchema,
  enums: [{ schema: 'public', name: 'color', labels, comment: null }],
});

describe('listDifferences', () => {
  it('says nothing of the same schema', () => {
    expect(listDifferences(withTable(madeUpColumn('a')), withTable(madeUpColumn('a')))).toEqual([]);
  });

  it('does not mind the order of the columns of a table', () => {
    expect(
      listDifferences(
        withTable(madeUpColumn('a'), madeUpColumn('b')),
        withTable(madeUpColumn('b'), madeUpColumn('a')),
      ),
    ).toEqual([]);
  });

  it('says what is gone, new and changed, and where', () => {
    const from = withTable(madeUpColumn('a'), madeUpColumn('b'));
    const to = withTable(
      madeUpColumn('a', { notNull: true, value: { kind: 'default', expression: '1' } }),
      madeUpColumn('c'),
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
    const index = { name: 'ix_a' } as TableIndex;
    const from = withTable(madeUpColumn('a'), madeUpColumn('b'));
    const to = withTable(madeUpColumn('a', { notNull: true }), madeUpColumn('c'));
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
