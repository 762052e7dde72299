import { EntitySchema, type EntitySchemaColumnOptions, type EntitySchemaRelationOptions } from 'typeorm';
import type { WalkColumn, WalkModel, WalkTable } from './walk-model';

export function walkEntities(model: WalkModel): readonly EntitySchema[] {
  return [...model.tables.map((table) => tableEntity(table, model)), ...viewEntities(model)];
}

/** What the entities cannot say. */
export function walkSql({ tables, declared, view, isSeenAgain }: WalkModel): readonly string[] {
  const on = (name: string | null, say: (path: string, table: WalkTable) => readonly string[]) => {
    const table = tables.find((one) => one.name === name);
    return table === undefined ? [] : say(tablePath(table), table);
  };
  return [
    ...on(declared.trigger, (path) => [
      `CREATE FUNCTION pass() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'`,
      `CREATE TRIGGER passes BEFORE UPDATE ON ${path} FOR EACH ROW EXECUTE FUNCTION pass()`,
    ]),
    ...on(declared.counted, (path) => [
      `CREATE FUNCTION how_many() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT count(*) FROM ${path}'`,
    ]),
    ...on(declared.lowered, (path, { columns: [first] }) => [
      `CREATE INDEX lowered ON ${path} (("${first?.name ?? 'id'}" IS NULL), id)`,
    ]),
    ...on(declared.guarded, (path) => [
      `ALTER TABLE ${path} ENABLE ROW LEVEL SECURITY`,
      `CREATE POLICY guard ON ${path} USING (id > 0)`,
    ]),
    ...(view !== null && isSeenAgain ? ['CREATE VIEW seen_again AS SELECT * FROM seen WHERE id > 1'] : []),
  ];
}

function tableEntity(table: WalkTable, model: WalkModel): EntitySchema {
  const { name, schema, columns, parent, friends, index, check, comment, isTree } = table;
  const relations: Record<string, EntitySchemaRelationOptions> = {
    ...(parent === null
      ? {}
      : {
          parent: {
            type: 'many-to-one',
            target: parent.table,
            nullable: true,
            onDelete: parent.onDelete,
            joinColumn: { name: 'parent_id' },
          },
        }),
    ...(friends === null
      ? {}
      : { friends: { type: 'many-to-many', target: friends, joinTable: { name: `${name} friends` } } }),
    ...(isTree
      ? {
          above: { type: 'many-to-one', target: name, treeParent: true, inverseSide: 'below' },
          below: { type: 'one-to-many', target: name, treeChildren: true, inverseSide: 'above' },
        }
      : {}),
  };
  const first = columns[0];
  return new EntitySchema({
    name,
    tableName: name,
    schema,
    relations,
    ...(comment === null ? {} : { comment }),
    ...(isTree ? { trees: [{ type: 'closure-table' }] } : {}),
    columns: {
      id: { type: 'integer', primary: true, generated: 'increment' },
      ...Object.fromEntries(columns.map((column) => [column.name, columnOptions(column, model)])),
    },
    ...(index === null || first === undefined
      ? {}
      : {
          indices: [
            {
              name: `${name}_index`,
              columns: ['id', first.name],
              unique: index.unique,
              ...(index.where ? { where: '"id" > 5' } : {}),
            },
          ],
        }),
    ...(check ? { checks: [{ name: `${name}_check`, expression: '"id" > 0' }] } : {}),
  } as never);
}

function columnOptions(
  { type, nullable, hasDefault, unique }: WalkColumn,
  { labels, declared }: WalkModel,
): EntitySchemaColumnOptions {
  if (type === 'generated') {
    return { type: 'integer', asExpression: '"id" * 2', generatedType: 'STORED', nullable: true };
  }
  const given = {
    nullable,
    unique: unique && type !== 'jsonb',
    ...(hasDefault
      ? {
          default:
            type === 'bigint' && declared.counted !== null ? () => 'how_many()' : defaultOf(type, labels),
        }
      : {}),
  };
  switch (type) {
    case 'mood':
      return { ...given, type: 'enum', enum: [...labels], enumName: 'mood' };
    case 'mood[]':
      return { ...given, type: 'enum', enum: [...labels], enumName: 'mood', array: true };
    case 'varchar(20)':
      return { ...given, type: 'varchar', length: 20 };
    case 'numeric(9,2)':
      return { ...given, type: 'numeric', precision: 9, scale: 2 };
    default:
      return { ...given, type: type as 'text' };
  }
}

function defaultOf(type: WalkColumn['type'], labels: readonly string[]): unknown {
  switch (type) {
    case 'integer':
    case 'bigint':
    case 'numeric(9,2)':
      return 7;
    case 'text':
    case 'varchar(20)':
      return 'unknown';
    case 'uuid':
      return () => 'gen_random_uuid()';
    case 'timestamptz':
      return () => 'now()';
    case 'boolean':
      return true;
    case 'jsonb':
      return { a: 1 };
    case 'mood':
      return labels[0];
    case 'mood[]':
      return [labels[0]];
    case 'generated':
      return undefined;
  }
}

function viewEntities({ view, tables }: WalkModel): readonly EntitySchema[] {
  const table = tables.find(({ name }) => name === view?.table);
  if (view === null || table === undefined) return [];
  const names = ['id', ...table.columns.map(({ name }) => name)];
  const list = names.map((name) => `"${name}"`).join(', ');
  return [
    new EntitySchema({
      name: 'Seen',
      tableName: 'seen',
      type: 'view',
      materialized: view.materialized,
      expression: `SELECT ${list} FROM ${tablePath(table)} WHERE "id" > 0`,
      columns: {},
    } as never),
  ];
}

export function tablePath(table: WalkTable | undefined): string {
  return `"${table?.schema}"."${table?.name}"`;
}
