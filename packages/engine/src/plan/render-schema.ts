import { diffSchemas } from '../diff/diff-schemas';
import { renderOperation } from '../operations/operation';
import type { Statement } from '../operations/statement';
import { emptySchema } from '../schema/empty-schema';
import type { Schema } from '../schema/schema';
import { leaveBodiesUnchecked, routinesAheadOfTheirNeeds } from './unchecked-bodies';

/** What makes the schema in an empty database. */
export function renderSchemaStatements(schema: Schema): readonly Statement[] {
  const { operations } = diffSchemas(emptySchema, schema);
  const statements = operations.flatMap(renderOperation);
  return routinesAheadOfTheirNeeds(operations, [schema]).size === 0
    ? statements
    : [leaveBodiesUnchecked, ...statements];
}

/** The whole schema as one file of SQL: loading it into an empty database gives the same catalog. */
export function renderSchema(schema: Schema): string {
  const statements = renderSchemaStatements(schema).map(
    ({ sql, comment }) => `-- ${comment.replaceAll('\n', ' ')}\n${sql};\n`,
  );
  const notWritten = schema.unmodelled.map(
    ({ kind, name }) =>
      `-- Not written here, its kind is not compared: ${kind} ${name.replaceAll('\n', ' ')}\n`,
  );
  return [...statements, ...notWritten].join('\n');
}
