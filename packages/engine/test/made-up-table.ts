import type { Column } from '../src/schema/column';
import type { DataType } from '../src/schema/data-type';
import type { Table } from '../src/schema/table';

export const integer: DataType = {
  text: 'integer',
  base: { schema: 'pg_catalog', name: 'int4' },
  kind: 'base',
  modifiers: null,
  isArray: false,
};

/** A nullable integer with nothing of its own, but for what is said. */
export function madeUpColumn(name: string, change: Partial<Column> = {}): Column {
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

/** A table with no columns and nothing of its own, but for what is said. */
export function madeUpTable(name: string, change: Partial<Table> = {}): Table {
  return {
    schema: 'public',
    name,
    columns: [],
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
    ...change,
  };
}
