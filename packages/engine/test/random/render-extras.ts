import type { Extra } from './random-extras';
import { columnName, enumPath, identifier, pathSql, tableName, tablePath, typeSql } from './random-names';
import type { RandomSchema } from './random-schema';
import { columnTypes } from './random-types';
import { schemaExtras } from './schema-extras';
import { type ExtraColumn, type ExtraPlace, tableExtras } from './table-extras';

/** What the extras of a schema say, once its tables are there. */
export function renderExtras(schema: RandomSchema, major: number): string[] {
  const { extras, tables } = schema;
  if (extras === undefined) return [];
  const enumName = pathSql(enumPath(schema, 0));
  const present = tables.flatMap((one, index) => (one === null ? [] : [index]));
  const tableAt = (position: number) => present[position % present.length];
  const pathOf = (position: number) => pathSql(tablePath(schema, tableAt(position) ?? 0));
  if (present.length === 0) return [];
  return [
    ...present.flatMap((index) =>
      Object.values(tableExtras).flatMap((variants, sort) => {
        const extra = extras.tables[index]?.[sort] ?? null;
        if (extra === null) return [];
        const place: ExtraPlace = {
          table: pathOf(present.indexOf(index)),
          column: columnAt(schema, index, extra.position),
          neighbour: pathOf(present.indexOf(index) + 1),
          part: (what) => identifier(`${tableName(schema, index)}_${what}`),
          enumName,
          major,
        };
        return chosen(variants, extra)(place);
      }),
    ),
    ...Object.values(schemaExtras).flatMap((variants, sort) => {
      const extra = extras.schema[sort] ?? null;
      if (extra === null) return [];
      const index = tableAt(extra.position) ?? 0;
      const columns = (tables[index]?.columns ?? []).flatMap((_one, at) => columnAt(schema, index, at) ?? []);
      const [table, neighbour] = [pathOf(extra.position), pathOf(extra.position + 1)];
      return chosen(
        variants,
        extra,
      )({ table, neighbour, columns: columns.map(({ name }) => name), enumName, major });
    }),
  ].filter((sql) => sql !== '');
}

function chosen<T>(variants: readonly T[], { variant }: Extra): T {
  return variants[variant % variants.length] as T;
}

function columnAt(schema: RandomSchema, index: number, at: number): ExtraColumn | null {
  const column = schema.tables[index]?.columns[at] ?? null;
  if (column === null) return null;
  const [type, ...defaults] = columnTypes[column.type] ?? ['text'];
  const constant = defaults.find((value) => /^(B?'|-?\d|true|false)/.test(value) && !value.includes('::'));
  return {
    name: identifier(columnName(schema, index, at)),
    type: typeSql(schema, type),
    constant: constant === undefined ? null : `${constant}::${typeSql(schema, type)}`,
  };
}
