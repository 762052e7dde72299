import fc from 'fast-check';

/** Entities as a team writes them, over years; `walkEntities` makes them TypeORM's. */
export interface WalkModel {
  readonly tables: readonly WalkTable[];
  /** The labels of the enum `mood`, which several columns may have. */
  readonly labels: readonly string[];
  /** A view entity over the columns of a table. */
  readonly view: { readonly table: string; readonly materialized: boolean } | null;
  /** A declared view reads the view. */
  readonly isSeenAgain: boolean;
  /** The table on which each declared thing stands. */
  readonly declared: { readonly [what in (typeof declarable)[number]]: string | null };
}

/** A trigger, a function that counts rows (and defaults call), an index over an expression, a policy. */
const declarable = ['trigger', 'counted', 'lowered', 'guarded'] as const;

export interface WalkTable {
  readonly name: string;
  readonly schema: (typeof schemas)[number];
  readonly columns: readonly WalkColumn[];
  readonly parent: { readonly table: string; readonly onDelete: (typeof onDeletes)[number] } | null;
  /** The table at the other end of a join table. */
  readonly friends: string | null;
  readonly index: { readonly unique: boolean; readonly where: boolean } | null;
  readonly check: boolean;
  readonly comment: string | null;
  readonly isTree: boolean;
}

export interface WalkColumn {
  readonly name: string;
  readonly type: (typeof types)[number];
  readonly nullable: boolean;
  readonly hasDefault: boolean;
  readonly unique: boolean;
}

export const schemas = ['public', 'Other One'] as const;
export const types = [
  ...['integer', 'bigint', 'text', 'varchar(20)', 'numeric(9,2)', 'uuid', 'timestamptz', 'boolean'],
  ...['jsonb', 'mood', 'mood[]', 'generated'],
] as const;
const onDeletes = ['CASCADE', 'SET NULL', 'NO ACTION'] as const;
export const tableNames = ['person', 'Order Line', 'invoice', 'event', 'user'] as const;
export const columnNames = ['name', 'Total', 'born_at', 'state', 'note'] as const;
const allLabels = ['calm', 'wild', 'Sad one', "it's"];

/** One thing that somebody does to the entities. The numbers say to which, and how. */
export type WalkEdit = readonly [kind: (typeof editKinds)[number], which: number, how: number];

const editKinds = [
  ...['addTable', 'dropTable', 'addColumn', 'addColumn', 'dropColumn', 'changeType', 'changeNull'],
  ...['changeDefault', 'changeUnique', 'setParent', 'setFriends', 'setIndex', 'setCheck', 'setComment'],
  ...['moveTable', 'changeLabels', 'setView', 'declare', 'declare', 'seeAgain', 'makeTree'],
] as const;

/** What becomes one migration. */
export interface WalkStep {
  readonly edits: readonly WalkEdit[];
  /** The migration before it is taken back first, and its file removed. */
  readonly undo: boolean;
  readonly online: boolean;
}

export const randomWalk = (length: number) =>
  fc.array(
    fc.record<WalkStep>({
      edits: fc.array(fc.tuple(fc.constantFrom(...editKinds), fc.nat(99), fc.nat(99)), {
        minLength: 1,
        maxLength: 3,
      }),
      undo: fc.nat(5).map((n) => n === 0),
      online: fc.boolean(),
    }),
    { minLength: length, maxLength: length },
  );

export const firstModel: WalkModel = {
  tables: [newTable('person'), newTable('event')],
  labels: ['calm', 'wild'],
  view: null,
  isSeenAgain: false,
  declared: { trigger: null, counted: null, lowered: null, guarded: null },
};

function newTable(name: string): WalkTable {
  return {
    name,
    schema: 'public',
    parent: null,
    friends: null,
    index: null,
    check: false,
    comment: null,
    columns: [{ name: 'name', type: 'text', nullable: true, hasDefault: false, unique: false }],
    isTree: false,
  };
}

export function editModel(model: WalkModel, [kind, which, how]: WalkEdit): WalkModel {
  const { tables } = model;
  const table = tables[which % Math.max(1, tables.length)];
  if (kind === 'addTable') {
    const name = tableNames.find((one) => tables.every((other) => other.name !== one));
    return name === undefined ? model : { ...model, tables: [...tables, newTable(name)] };
  }
  if (kind === 'changeLabels') {
    const label = allLabels[how % allLabels.length] ?? '';
    const labels = model.labels.includes(label)
      ? model.labels.filter((one) => one !== label)
      : [...model.labels.slice(0, which % 3), label, ...model.labels.slice(which % 3)];
    return labels.length === 0 ? model : { ...model, labels };
  }
  if (table === undefined) return model;
  const other = tables[how % tables.length]?.name ?? null;
  switch (kind) {
    case 'dropTable':
      return withoutTable(model, table.name);
    case 'setView':
      return { ...model, view: how % 3 === 0 ? null : { table: table.name, materialized: how % 3 === 1 } };
    case 'seeAgain':
      return { ...model, isSeenAgain: !model.isSeenAgain };
    case 'declare': {
      const what = declarable[how % declarable.length] ?? 'trigger';
      return { ...model, declared: { ...model.declared, [what]: how % 3 === 0 ? null : table.name } };
    }
    default:
      return {
        ...model,
        tables: tables.map((one) => (one === table ? editTable(table, kind, how, other) : one)),
      };
  }
}

type TableEdit = Exclude<
  WalkEdit[0],
  'addTable' | 'changeLabels' | 'dropTable' | 'setView' | 'seeAgain' | 'declare'
>;

function editTable(table: WalkTable, kind: TableEdit, how: number, other: string | null): WalkTable {
  const { columns } = table;
  const change = (changed: (column: WalkColumn) => WalkColumn): WalkTable => ({
    ...table,
    columns: columns.map((column, at) => (at === how % columns.length ? changed(column) : column)),
  });
  const type = types[Math.floor(how / 5) % types.length] ?? 'text';
  switch (kind) {
    case 'addColumn': {
      const name = columnNames.find((one) => columns.every((column) => column.name !== one));
      const column = { nullable: how % 2 === 0, hasDefault: how % 3 === 0, unique: false };
      return name === undefined ? table : { ...table, columns: [...columns, { name, type, ...column }] };
    }
    case 'dropColumn':
      return { ...table, columns: columns.filter((_column, at) => at !== how % columns.length) };
    case 'changeType':
      return change((column) => ({ ...column, type }));
    case 'changeNull':
      return change((column) => ({ ...column, nullable: !column.nullable }));
    case 'changeDefault':
      return change((column) => ({ ...column, hasDefault: !column.hasDefault }));
    case 'changeUnique':
      return change((column) => ({ ...column, unique: !column.unique }));
    case 'setParent':
      return {
        ...table,
        parent:
          other === null || how % 4 === 0
            ? null
            : { table: other, onDelete: onDeletes[how % onDeletes.length] ?? 'CASCADE' },
      };
    case 'setFriends':
      return { ...table, friends: how % 3 === 0 ? null : other };
    case 'setIndex':
      return { ...table, index: how % 3 === 0 ? null : { unique: how % 2 === 0, where: how % 5 < 2 } };
    case 'setCheck':
      return { ...table, check: !table.check };
    case 'setComment':
      return { ...table, comment: how % 3 === 0 ? null : `it's number ${how % 2}` };
    case 'moveTable':
      return { ...table, schema: table.schema === 'public' ? 'Other One' : 'public' };
    case 'makeTree':
      return { ...table, isTree: !table.isTree };
  }
}

function withoutTable({ tables, view, declared, ...rest }: WalkModel, name: string): WalkModel {
  const stays = (table: string | null) => (table === name ? null : table);
  return {
    ...rest,
    tables: tables
      .filter((table) => table.name !== name)
      .map((table) => ({
        ...table,
        parent: table.parent?.table === name ? null : table.parent,
        friends: table.friends === name ? null : table.friends,
      })),
    view: view?.table === name ? null : view,
    declared: {
      trigger: stays(declared.trigger),
      counted: stays(declared.counted),
      lowered: stays(declared.lowered),
      guarded: stays(declared.guarded),
    },
  };
}
