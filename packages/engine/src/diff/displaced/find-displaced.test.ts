import { madeUpColumn, madeUpTable } from '../../../test/made-up-table';
import type { Column } from '../../schema/column';
import type { Constraint } from '../../schema/constraint';
import type { DataType } from '../../schema/data-type';
import { columnAddress, partAddress } from '../../schema/dependency-edges';
import { emptySchema } from '../../schema/empty-schema';
import type { ObjectAddress } from '../../schema/object-address';
import type { Schema } from '../../schema/schema';
import type { Table } from '../../schema/table';
import type { TableIndex } from '../../schema/table-index';
import type { View } from '../../schema/view';
import { findDisplaced } from './find-displaced';

const schema = 'public';
const t = { schema, name: 't' };

function type(name: string, change: Partial<DataType> = {}): DataType {
  const base = { schema: 'pg_catalog', name };
  return { text: name, base, kind: 'base', modifiers: null, isArray: false, ...change };
}

function column(name: string, change: Partial<Column> = {}): Column {
  return madeUpColumn(name, { type: type('int4'), ...change });
}

function table(change: Partial<Table> = {}): Table {
  return madeUpTable('t', { columns: [column('a'), column('b')], ...change });
}

function index(name: string, key: string, predicate: string | null = null): TableIndex {
  const plain = {
    collation: null,
    operatorClass: null,
    operatorClassOptions: [],
    order: 'asc',
    nulls: 'last',
  } as const;
  return {
    name,
    unique: false,
    nullsNotDistinct: false,
    method: 'btree',
    include: [],
    predicate,
    keys: [{ kind: 'column', column: key, ...plain }],
    options: [],
    state: 'valid',
    statisticsTargets: [],
    definition: `CREATE INDEX ${name}`,
    comment: null,
  };
}

function primaryKey(name: string, definition = 'PRIMARY KEY (a)'): Constraint {
  return {
    kind: 'primaryKey',
    name,
    definition,
    deferrable: 'not deferrable',
    inherited: false,
    columns: ['a'],
    include: [],
    withoutOverlaps: false,
    indexOptions: [],
    comment: null,
  };
}

function foreignKey(name: string): Constraint {
  return {
    kind: 'foreignKey',
    name,
    definition: 'FOREIGN KEY (b) REFERENCES t(a)',
    inherited: false,
    deferrable: 'not deferrable',
    columns: ['b'],
    references: { ...t, columns: ['a'] },
    onUpdate: 'no action',
    onDelete: 'no action',
    onDeleteColumns: null,
    match: 'simple',
    period: false,
    validated: true,
    enforced: true,
    comment: null,
  };
}

function view(name: string): View {
  return {
    schema,
    name,
    definition: 'SELECT',
    columns: [],
    options: [],
    triggers: [],
    rules: [],
    comment: null,
  };
}

const viewAddress = (name: string): ObjectAddress => ({ kind: 'view', schema, name });
const a = columnAddress(t, 'a');
const depends = (dependent: ObjectAddress, on: ObjectAddress) => ({ dependent, on, kind: 'normal' }) as const;

/** A view over a view over `a`, an index on `a`, a key on it that `b` refers to. */
const from: Schema = {
  ...emptySchema,
  tables: [table({ indexes: [index('i', 'a')], constraints: [primaryKey('pk'), foreignKey('fk')] })],
  views: [view('v'), view('w')],
  dependencies: [depends(viewAddress('v'), a), depends(viewAddress('w'), viewAddress('v'))],
};

function withColumn(schema: Schema, changed: Column): Schema {
  const [one] = schema.tables;
  const columns = (one?.columns ?? []).map((old) => (old.name === changed.name ? changed : old));
  return { ...schema, tables: [table({ ...one, columns })] };
}

const displaced = (before: Schema, after: Schema) => [...findDisplaced(before, after)].sort();

describe('findDisplaced', () => {
  test('finds nothing where nothing changes, or only what nothing stands on', () => {
    expect(displaced(from, from)).toEqual([]);
    expect(displaced(from, withColumn(from, column('a', { notNull: true })))).toEqual([]);
  });

  test('takes off the views over a column that changes its length, and nothing that Postgres makes again', () => {
    const longer = column('a', { type: type('int4', { modifiers: '7' }) });
    expect(displaced(from, withColumn(from, longer))).toEqual(['view "public"."v"', 'view "public"."w"']);
  });

  test('and its foreign keys, where it becomes of another type', () => {
    expect(displaced(from, withColumn(from, column('a', { type: type('int8') })))).toEqual([
      'constraint "public"."t"."fk"',
      'view "public"."v"',
      'view "public"."w"',
    ]);
  });

  test('takes off a generated column with its index, and no default of the column itself', () => {
    const made = column('b', { value: { kind: 'generated', storage: 'stored', expression: 'a + 1' } });
    const counted = column('a', { value: { kind: 'default', expression: '1' } });
    const before: Schema = {
      ...emptySchema,
      tables: [table({ columns: [counted, made], indexes: [index('i', 'b'), index('j', 'a')] })],
      dependencies: [depends(partAddress('default', t, 'b'), a)],
    };
    expect(displaced(before, withColumn(before, { ...counted, type: type('int8') }))).toEqual([
      'column "public"."t"."b"',
      'default "public"."t"."b"',
      'index "public"."i"',
    ]);
  });

  test('takes off the foreign keys that need a key which is made again', () => {
    const deferred = { ...primaryKey('pk'), deferrable: 'deferrable' } as const;
    const after = {
      ...from,
      tables: [table({ ...from.tables[0], constraints: [deferred, foreignKey('fk')] })],
    };
    expect(displaced(from, after)).toEqual(['constraint "public"."t"."fk"', 'constraint "public"."t"."pk"']);
  });

  test('takes off what names a label of an enum that is made again, and no plain index of its columns', () => {
    const mood: ObjectAddress = { kind: 'enum', schema, name: 'mood' };
    const ofMood = type('mood', { base: { schema, name: 'mood' }, kind: 'enum' });
    const labels = (...some: readonly string[]) => [{ schema, name: 'mood', labels: some, comment: null }];
    const partial: ObjectAddress = { kind: 'index', schema, name: 'partial' };
    const before: Schema = {
      ...emptySchema,
      enums: labels('sad', 'ok'),
      tables: [
        table({
          columns: [column('a', { type: ofMood, value: { kind: 'default', expression: "'ok'" } })],
          indexes: [index('plain', 'a'), index('partial', 'a', "a = 'ok'")],
        }),
      ],
      dependencies: [depends(a, mood), depends(partAddress('default', t, 'a'), mood), depends(partial, mood)],
    };
    expect(displaced(before, { ...before, enums: labels('ok') })).toEqual(['index "public"."partial"']);
    expect(displaced(before, { ...before, enums: labels('sad', 'ok', 'new') })).toEqual([]);
  });

  test('takes off what reads a table whose name a view takes', () => {
    const after: Schema = { ...emptySchema, views: [view('t'), view('v'), view('w')] };
    expect(displaced(from, after)).toEqual(
      expect.arrayContaining(['table "public"."t"', 'view "public"."v"', 'view "public"."w"']),
    );
  });
});
