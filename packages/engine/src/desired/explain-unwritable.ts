import { type DataSource, type EntityMetadata, Table } from 'typeorm';
import { errorMessage } from '../errors/error-message';
import { RetortError } from '../errors/retort-error';

/** Says of which entity, and where it can be told of which column, TypeORM cannot write the DDL. */
export function explainUnwritable(
  dataSource: DataSource,
  metadata: EntityMetadata,
  cause: unknown,
): RetortError {
  const column = metadata.columns.find((each) => !isWritable(dataSource, metadata, each));
  const owner = column === undefined ? metadata.name : `${metadata.name}.${column.propertyPath}`;
  return new RetortError({
    what: `TypeORM cannot write the table of ${metadata.name}: ${errorMessage(cause)}`,
    at: `the entity ${owner}`,
    next:
      typeof column?.default === 'function' && typeof column.default() !== 'string'
        ? `Have the default of ${owner} return SQL as a text, such as default: () => 'now()', or say the value without a function.`
        : `Correct ${owner}.`,
    cause,
  });
}

function isWritable(
  { driver }: DataSource,
  metadata: EntityMetadata,
  column: EntityMetadata['columns'][number],
): boolean {
  try {
    Table.create(Object.create(metadata, { columns: { value: [column] } }), driver);
    return true;
  } catch {
    return false;
  }
}
