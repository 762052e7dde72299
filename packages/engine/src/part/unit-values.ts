import { addressKey } from '../schema/object-address';
import type { Schema } from '../schema/schema';
import type { Table } from '../schema/table';
import { foreignKeysOf, foreignKeyUnit, namedUnit, type UnitKey } from './unit';

/** Every unit of a schema with what is compared of it, under the key that the schema has it in. */
export function unitValues(schema: Schema): ReadonlyMap<UnitKey, UnitValue> {
  const values = new Map<UnitKey, UnitValue>();
  for (const kind of Object.keys(unitKeys) as (keyof typeof unitKeys)[]) {
    const keyOf = unitKeys[kind] as (object: unknown) => UnitKey;
    for (const value of schema[kind]) values.set(keyOf(value), { kind, value });
  }
  for (const table of schema.tables) {
    values.set(namedUnit('table', table), { kind: 'tables', value: withoutForeignKeys(table) });
    for (const key of foreignKeysOf(table)) {
      values.set(foreignKeyUnit(table, key.name), { kind: 'foreignKeys', value: key });
    }
  }
  return values;
}

export interface UnitValue {
  readonly kind: keyof typeof unitKeys | 'tables' | 'foreignKeys';
  readonly value: unknown;
}

/** What the sets of a schema call their members; tables and foreign keys are told apart from each other. */
export const unitKeys: {
  readonly [Kind in Exclude<
    keyof Schema,
    'tables' | 'typeormMetadata' | 'unmodelled' | 'unmodelledNeeds' | 'access' | 'dependencies'
  >]: (object: Schema[Kind][number]) => UnitKey;
} = {
  namespaces: ({ name }) => addressKey({ kind: 'namespace', name }),
  extensions: ({ name }) => addressKey({ kind: 'extension', name }),
  enums: (type) => namedUnit('enum', type),
  domains: (type) => namedUnit('domain', type),
  composites: (type) => namedUnit('composite', type),
  ranges: (type) => namedUnit('range', type),
  sequences: (sequence) => namedUnit('sequence', sequence),
  routines: ({ schema, name, identityArguments }) =>
    addressKey({ kind: 'routine', schema, name, identityArguments }),
  views: (view) => namedUnit('view', view),
  materializedViews: (view) => namedUnit('materializedView', view),
  statistics: (statistics) => namedUnit('statistics', statistics),
};

const tablesAlone = new WeakMap<Table, Table>();

/** The same object for the same table, so that what is compared with itself is not compared at all. */
function withoutForeignKeys(table: Table): Table {
  const known = tablesAlone.get(table);
  if (known !== undefined) return known;
  const constraints = table.constraints.filter(({ kind }) => kind !== 'foreignKey');
  const alone = constraints.length === table.constraints.length ? table : { ...table, constraints };
  tablesAlone.set(table, alone);
  return alone;
}
