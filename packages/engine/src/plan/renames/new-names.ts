import type { Answers } from '../../answers/answers';
import { resolveRenames } from '../../answers/resolve-renames';
import type { ResolvedRename } from '../../answers/resolved-rename';
import { nameKey } from '../../schema/name-key';
import type { QualifiedName } from '../../schema/qualified-name';
import type { Schema } from '../../schema/schema';

export interface NewNames {
  readonly schemas: ReadonlyMap<string, string>;
  readonly tableOf: (table: QualifiedName) => QualifiedName;
  readonly columnOf: (table: QualifiedName, column: string) => string;
}

/** What bears a name, once the schemas have theirs. */
export function inRenamedSchema(
  { schema, name }: QualifiedName,
  schemas: ReadonlyMap<string, string>,
): QualifiedName {
  return { schema: schemas.get(schema) ?? schema, name };
}

/** What things of `from` are called after the renames that were answered. */
export function newNames(renames: readonly ResolvedRename[]): NewNames {
  const schemas = new Map(
    renames.flatMap((rename) => (rename.kind === 'schema' ? [[rename.from, rename.to]] : [])),
  );
  const tables = new Map(
    renames.flatMap((rename) => (rename.kind === 'table' ? [[nameKey(rename.from), rename.to]] : [])),
  );
  const columns = new Map(
    renames.flatMap((rename) =>
      rename.kind === 'column' ? [[JSON.stringify([nameKey(rename.of), rename.from]), rename.to]] : [],
    ),
  );
  return {
    schemas,
    tableOf: (table) => tables.get(nameKey(table)) ?? inRenamedSchema(table, schemas),
    columnOf: (table, column) => columns.get(JSON.stringify([nameKey(table), column])) ?? column,
  };
}

/**
 * The tables of `from` under the names that they will have: what tells the order of columns, where `SELECT *` in a view
 * follows it. A rename that cannot be resolved is told when all is known.
 */
export function tablesUnderNewNames(answers: Answers, from: Schema, defaultSchema: string): Schema {
  const { answered } = resolveRenames(answers, from, defaultSchema);
  if (answered.length === 0) return from;
  const { tableOf, columnOf } = newNames(answered.map(({ rename }) => rename));
  return {
    ...from,
    tables: from.tables.map((table) => ({
      ...table,
      ...tableOf(table),
      columns: table.columns.map((column) => ({ ...column, name: columnOf(table, column.name) })),
    })),
  };
}
