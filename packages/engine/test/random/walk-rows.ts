import { formatNamePath } from '../../src/answers/name-path';
import { tablePath } from './walk-entities';
import type { WalkColumn, WalkModel, WalkTable } from './walk-model';

/** Some rows more in every table, as far as its keys and checks let them in. */
export function walkRows(model: WalkModel, step: number): readonly string[] {
  return model.tables.flatMap((table) => {
    const columns = table.columns.filter(({ type }) => type !== 'generated');
    if (table.isTree) return [];
    const names = columns.map(({ name }) => `, "${name}"`).join('');
    return [1, 2].map((row) => {
      const values = columns.map((column) => `, ${sampleOf(table, column, model, step * 10 + row)}`).join('');
      return `INSERT INTO ${tablePath(table)} (id${names}) VALUES (${step * 10 + row}${values}) ON CONFLICT DO NOTHING`;
    });
  });
}

function sampleOf(
  { schema }: WalkTable,
  { type, nullable }: WalkColumn,
  { labels }: WalkModel,
  number: number,
): string {
  if (nullable && number % 2 === 0) return 'NULL';
  const label = `'${(labels[number % labels.length] ?? '').replaceAll("'", "''")}'`;
  switch (type) {
    case 'integer':
    case 'bigint':
    case 'numeric(9,2)':
      return String(number);
    case 'text':
    case 'varchar(20)':
      return `'it''s ${number}'`;
    case 'uuid':
      return `'00000000-0000-0000-0000-${String(number).padStart(12, '0')}'`;
    case 'timestamptz':
      return `'2024-01-01'::timestamptz + ${number} * interval '1 day'`;
    case 'boolean':
      return number % 3 === 0 ? 'true' : 'false';
    case 'jsonb':
      return `'{"a": ${number}}'`;
    case 'mood':
      return `${label}::"${schema}"."mood"`;
    case 'mood[]':
      return `ARRAY[${label}]::"${schema}"."mood"[]`;
    case 'generated':
      return 'DEFAULT';
  }
}

/** What a column gets that needs a value, by how an answer names it. */
export function walkSamples(model: WalkModel): ReadonlyMap<string, string> {
  return new Map(
    model.tables.flatMap((table) =>
      table.columns.map((column) => [
        formatNamePath([...(table.schema === 'public' ? [] : [table.schema]), table.name, column.name]),
        sampleOf(table, { ...column, nullable: false }, model, 1),
      ]),
    ),
  );
}

/** A query for what must be as it was in the tables and columns that nobody changed. */
export function keptValues(before: WalkModel, after: WalkModel): readonly string[] {
  return before.tables.flatMap((table) => {
    const other = after.tables.find((one) => one.name === table.name && one.schema === table.schema);
    if (other === undefined) return [];
    const columns = table.columns.filter((column) => isKept(column, other));
    const list = ['id', ...columns.map(({ name }) => `"${name}"`)].join(', ');
    return [`SELECT '${table.name}' AS kept, ${list} FROM ${tablePath(table)} ORDER BY id`];
  });
}

function isKept({ name, type, nullable }: WalkColumn, { columns }: WalkTable): boolean {
  const isOfLabels = type === 'mood' || type === 'mood[]';
  return columns.some(
    (one) => one.name === name && one.type === type && one.nullable === nullable && !isOfLabels,
  );
}
