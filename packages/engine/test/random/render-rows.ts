import { formatNamePath } from '../../src/answers/name-path';
import { columnName, columnNames, identifier, literal, pathSql, tablePath, typeSql } from './random-names';
import { type RandomColumn, type RandomSchema, rowCount } from './random-schema';
import { columnTypes } from './random-types';

/** A value for each column of a schema, as SQL, as an answer names it. */
export function sampleValues(schema: RandomSchema): ReadonlyMap<string, string> {
  return new Map(
    schema.tables.flatMap((one, index) =>
      (one?.columns ?? []).flatMap((column, at): readonly (readonly [string, string])[] =>
        column === null
          ? []
          : [
              [
                formatNamePath([...tablePath(schema, index), columnName(schema, index, at)]),
                sampleOf(schema, column, 0),
              ],
            ],
      ),
    ),
  );
}

/** Rows for the tables; `empty` says where there is NULL, if there may be. */
export function renderRows(schema: RandomSchema, empty: readonly boolean[]): string {
  const { tables } = schema;
  const inserts = tables.flatMap((one, index) => {
    if (one === null) return [];
    const columns = one.columns.flatMap((column, at) =>
      column === null ? [] : [{ column, at, name: identifier(columnName(schema, index, at)) }],
    );
    return Array.from({ length: rowCount }, (_none, row) => {
      const values = columns.map(({ column, at }) =>
        !column.notNull && empty[row * columnNames.length + at] === true
          ? 'NULL'
          : sampleOf(schema, column, row),
      );
      const names = ['id', ...columns.map(({ name }) => name)].join(', ');
      const insert = `INSERT INTO ${pathSql(tablePath(schema, index))} (${names}) OVERRIDING SYSTEM VALUE VALUES (${[row + 1, ...values].join(', ')})`;
      // Not ON CONFLICT: that cannot be where a unique is deferrable.
      return `DO ${literal(`BEGIN ${insert}; EXCEPTION WHEN unique_violation THEN NULL; END`)};`;
    });
  });
  const references = tables.flatMap((one, index) =>
    one?.foreignKey == null || tables[one.foreignKey.table] == null
      ? []
      : [`UPDATE ${pathSql(tablePath(schema, index))} SET parent = 1 WHERE id = 2;`],
  );
  return [...inserts, ...references].join('\n');
}

/** What many types can be made of: a number in digits. */
function sampleOf(schema: RandomSchema, { type }: RandomColumn, row: number): string {
  const [text = 'text', ...defaults] = columnTypes[type] ?? [];
  if (/^(integer|bigint|smallint|text|character|numeric|real|double|word|whole)/.test(text)) {
    const number = `'${row + 1}'`;
    return text.endsWith('[]') ? `ARRAY[${number}]::${text}` : `${number}::${text}`;
  }
  return `${defaults[row % defaults.length] ?? defaults[0] ?? 'NULL'}::${typeSql(schema, text)}`;
}
