import type { Hazard } from '../hazards/hazard';
import type { QualifiedName } from '../schema/qualified-name';
import type { TableIndex } from '../schema/table-index';
import { qualified, sql, trusted } from '../sql/sql';
import { displayName } from './display-name';
import { commentStatements } from './set-comment';
import { type Statement, statement } from './statement';

export interface CreateIndex {
  readonly kind: 'createIndex';
  readonly on: 'table' | 'materializedView';
  readonly table: QualifiedName;
  readonly index: TableIndex;
}

export interface DropIndex {
  readonly kind: 'dropIndex';
  readonly on: 'table' | 'materializedView';
  readonly table: QualifiedName;
  readonly index: TableIndex;
}

export function renderCreateIndex({ table, index }: CreateIndex): readonly Statement[] {
  const { schema } = table;
  const { name, statisticsTargets } = index;
  return [
    statement(`Create index ${name} on ${displayName(table)}`, trusted(index.definition), {
      hazards: createHazards(table, index),
    }),
    ...statisticsTargets.flatMap((target, position) =>
      target === null
        ? []
        : [
            statement(
              `Set the statistics target of key ${position + 1} of ${name}`,
              sql`ALTER INDEX ${qualified(schema, name)} ALTER COLUMN ${trusted(String(position + 1))} SET STATISTICS ${trusted(String(target))}`,
            ),
          ],
    ),
    ...commentStatements({ kind: 'index', schema, name }, index.comment),
  ];
}

export function renderDropIndex({ table, index }: DropIndex): readonly Statement[] {
  return [
    statement(
      `Drop index ${index.name} of ${displayName(table)}`,
      sql`DROP INDEX ${qualified(table.schema, index.name)}`,
    ),
  ];
}

export function reverseCreateIndex(operation: CreateIndex): DropIndex {
  return { ...operation, kind: 'dropIndex' };
}

export function reverseDropIndex(operation: DropIndex): CreateIndex {
  return { ...operation, kind: 'createIndex' };
}

function createHazards(table: QualifiedName, { unique }: TableIndex): readonly Hazard[] {
  const text = `An index is built: nobody can write ${displayName(table)} meanwhile.`;
  const blocks: Hazard = { kind: 'blocksWrites', text, table };
  if (!unique) return [blocks];
  return [
    blocks,
    { kind: 'mayFail', text: `Fails if two rows of ${displayName(table)} have the same key.`, table },
  ];
}
