import {
  columnName,
  enumPath,
  identifier,
  literal,
  pathSql,
  tableName,
  tablePath,
  typeSql,
} from './random-names';
import type { RandomIndex, RandomSchema, RandomTable } from './random-schema';
import { columnTypes } from './random-types';
import { renderExtras } from './render-extras';

/** The SQL that makes a random schema. */
export function renderRandomSchema(schema: RandomSchema, major: number): string {
  const { enums, tables, views, extras } = schema;
  const name = (index: number) => pathSql(tablePath(schema, index));
  return [
    ...(extras === undefined ? [] : ['CREATE SCHEMA "Other One"; CREATE TYPE pair AS (a integer, b text);']),
    ...enums.map(
      (some, index) =>
        `CREATE TYPE ${pathSql(enumPath(schema, index))} AS ENUM (${some.map(literal).join(', ')});`,
    ),
    "CREATE DOMAIN word AS varchar(12) CHECK (VALUE <> ''); CREATE DOMAIN whole AS integer;",
    "CREATE FUNCTION pass() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';",
    ...tables.flatMap((one, index) => (one === null ? [] : renderTable(schema, one, index))),
    ...tables.flatMap((one, index) =>
      one?.foreignKey == null || tables[one.foreignKey.table] == null
        ? []
        : [
            `ALTER TABLE ${name(index)} ADD CONSTRAINT ${part(schema, index, 'parent')} FOREIGN KEY (parent) REFERENCES ${name(one.foreignKey.table)} ON DELETE ${one.foreignKey.onDelete};`,
          ],
    ),
    ...views.flatMap((view, index) => {
      const from = view === null ? null : tables[view.table];
      if (view === null || from == null) {
        return [];
      }
      const below = views[index - 1];
      if (view.overView && below != null && tables[below.table] != null) {
        return [
          `CREATE ${view.materialized ? 'MATERIALIZED ' : ''}VIEW v${index} AS SELECT id FROM v${index - 1} WHERE id > ${view.limit};`,
        ];
      }
      // Not `*`: that follows the order of the columns, which a change cannot keep.
      const columns = ['id', ...present(schema, view.table, [0, 1, 2, 3, 4]).map(identifier)];
      return [
        `CREATE ${view.materialized ? 'MATERIALIZED ' : ''}VIEW v${index} AS SELECT ${columns.join(', ')} FROM ${name(view.table)} WHERE id > ${view.limit};`,
      ];
    }),
    ...renderExtras(schema, major),
  ].join('\n');
}

function renderTable(schema: RandomSchema, table: RandomTable, index: number): string[] {
  const name = pathSql(tablePath(schema, index));
  const named = (what: string) => part(schema, index, what);
  const column = (at: number) => identifier(columnName(schema, index, at));
  const columns = table.columns.flatMap((one, at) => {
    if (one === null) {
      return [];
    }
    const [type, ...defaults] = columnTypes[one.type] ?? ['text'];
    const value = one.default === null ? '' : ` DEFAULT ${defaults[one.default % defaults.length]}`;
    return [`${column(at)} ${typeSql(schema, type)}${value}${one.notNull ? ' NOT NULL' : ''}`];
  });
  const parent = table.foreignKey === null ? [] : ['parent bigint'];
  const generated =
    table.generated === null ? [] : [`made bigint GENERATED ALWAYS AS (${table.generated}) STORED`];
  const comments = table.columns.flatMap((one, at) =>
    one?.comment == null ? [] : [`COMMENT ON COLUMN ${name}.${column(at)} IS ${literal(one.comment)};`],
  );
  return [
    `CREATE TABLE ${name} (${[`id ${table.id} CONSTRAINT ${named('pk')} PRIMARY KEY`, ...columns, ...parent, ...generated].join(', ')});`,
    ...(table.comment === null ? [] : [`COMMENT ON TABLE ${name} IS ${literal(table.comment)};`]),
    ...comments,
    ...table.uniques.flatMap((some, number) => {
      const keys = present(schema, index, some).map(identifier);
      return keys.length === 0
        ? []
        : [`ALTER TABLE ${name} ADD CONSTRAINT ${named(`unique${number}`)} UNIQUE (${keys.join(', ')});`];
    }),
    ...present(schema, index, table.checks).map(
      (key, number) =>
        `ALTER TABLE ${name} ADD CONSTRAINT ${named(`check${number}`)} CHECK (${identifier(key)} IS NOT NULL OR id IN (1, 2));`,
    ),
    ...present(schema, index, table.policy === null ? [] : [table.policy]).map(
      (key) => `CREATE POLICY ${named('policy')} ON ${name} USING (${identifier(key)} IS NOT NULL);`,
    ),
    ...(table.trigger === null
      ? []
      : [
          `CREATE TRIGGER ${named('trigger')} BEFORE UPDATE ON ${name} FOR EACH ROW WHEN (NEW.id > ${table.trigger}) EXECUTE FUNCTION pass();`,
        ]),
    ...table.indexes.flatMap((one, number) => renderIndex(schema, index, one, number)),
  ];
}

function renderIndex(schema: RandomSchema, table: number, index: RandomIndex, number: number): string[] {
  const keys = index.columns.flatMap((at) => {
    const column = schema.tables[table]?.columns[at];
    if (column == null) return [];
    const key = identifier(columnName(schema, table, at));
    const expression = index.lower && columnTypes[column.type]?.[0] === 'text' ? `lower(${key})` : key;
    return [`${expression}${index.descending ? ' DESC' : ''}`];
  });
  const where = index.predicate ? ' WHERE id > 5' : '';
  const on = pathSql(tablePath(schema, table));
  return keys.length === 0
    ? []
    : [
        `CREATE ${index.unique ? 'UNIQUE ' : ''}INDEX ${part(schema, table, `index${number}`)} ON ${on} (${keys.join(', ')})${where};`,
      ];
}

/** The names of the columns among some that are there. */
function present(schema: RandomSchema, table: number, some: readonly number[]): string[] {
  return some.flatMap((at) =>
    schema.tables[table]?.columns[at] == null ? [] : [columnName(schema, table, at)],
  );
}

/** The name of something that bears the name of its table. */
function part(schema: RandomSchema, table: number, what: string): string {
  return identifier(`${tableName(schema, table)}_${what}`);
}
