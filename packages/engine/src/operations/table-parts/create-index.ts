import type { Hazard } from '../../hazards/hazard';
import { indexAddress } from '../../schema/addresses';
import type { QualifiedName } from '../../schema/qualified-name';
import type { IndexKey, TableIndex } from '../../schema/table-index';
import { identifier, join, nothing, qualified, type Sql, sql, trusted } from '../../sql/sql';
import { collate } from '../columns/render-column';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { commentStatements } from '../set-comment';
import { type Statement, statement } from '../statement';
import { optionList } from '../storage-options';

export interface CreateIndex {
  readonly kind: 'createIndex';
  readonly on: 'table' | 'materializedView';
  readonly table: QualifiedName;
  readonly index: TableIndex;
  /** Built, or dropped, while others write: outside a transaction. */
  readonly concurrently?: boolean;
}

export interface DropIndex {
  readonly kind: 'dropIndex';
  readonly on: 'table' | 'materializedView';
  readonly table: QualifiedName;
  readonly index: TableIndex;
  readonly concurrently?: boolean;
}

export function renderCreateIndex({ table, index, concurrently = false }: CreateIndex): readonly Statement[] {
  const { schema } = table;
  const { name, statisticsTargets } = index;
  return [
    statement(`Create index ${name} on ${displayName(table)}`, renderBody(table, index, concurrently), {
      transactional: !concurrently,
      hazards: createHazards(table, index, concurrently),
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

function renderDropIndex({ table, index, concurrently = false }: DropIndex): readonly Statement[] {
  return [
    statement(
      `Drop index ${index.name} of ${displayName(table)}`,
      join(
        [sql`DROP INDEX`, concurrently ? sql`CONCURRENTLY` : nothing, qualified(table.schema, index.name)],
        ' ',
      ),
      { transactional: !concurrently },
    ),
  ];
}

function createHazards(
  table: QualifiedName,
  { unique }: TableIndex,
  concurrently: boolean,
): readonly Hazard[] {
  const text = `An index is built: nobody can write ${displayName(table)} meanwhile.`;
  const blocks: readonly Hazard[] = concurrently ? [] : [{ kind: 'blocksWrites', text, table }];
  if (!unique) return blocks;
  return [
    ...blocks,
    { kind: 'mayFail', text: `Fails if two rows of ${displayName(table)} have the same key.`, table },
  ];
}

/** Not Postgres's own text: that of an index of a partitioned table leaves the partitions out. */
function renderBody(table: QualifiedName, index: TableIndex, concurrently: boolean): Sql {
  const { name, unique, method, keys, include, nullsNotDistinct, options, predicate, state } = index;
  return join(
    [
      unique ? sql`CREATE UNIQUE INDEX` : sql`CREATE INDEX`,
      concurrently ? sql`CONCURRENTLY` : nothing,
      sql`${identifier(name)} ON`,
      state === 'parentOnly' ? sql`ONLY` : nothing,
      qualified(table.schema, table.name),
      method === 'btree' ? nothing : sql`USING ${identifier(method)}`,
      sql`(${join(keys.map(renderKey))})`,
      include.length === 0 ? nothing : sql`INCLUDE (${join(include.map(identifier))})`,
      nullsNotDistinct ? sql`NULLS NOT DISTINCT` : nothing,
      options.length === 0 ? nothing : sql`WITH ${optionList(options)}`,
      predicate === null ? nothing : sql`WHERE ${trusted(predicate)}`,
    ],
    ' ',
  );
}

function renderKey(key: IndexKey): Sql {
  const { operatorClass, operatorClassOptions, order, nulls } = key;
  return join(
    [
      key.kind === 'column' ? identifier(key.column) : trusted(key.expression),
      collate(key.collation),
      operatorClass === null ? nothing : qualified(operatorClass.schema, operatorClass.name),
      operatorClassOptions.length === 0 ? nothing : optionList(operatorClassOptions),
      order === 'desc' ? sql`DESC` : nothing,
      nulls === (order === 'desc' ? 'first' : 'last') ? nothing : trusted(`NULLS ${nulls.toUpperCase()}`),
    ],
    ' ',
  );
}

export const createIndex: Definition<CreateIndex, DropIndex> = {
  render: renderCreateIndex,
  reverse: (operation) => ({ ...operation, kind: 'dropIndex' }),
  effects: (operation) => ({ creates: [indexAddress(operation.table, operation.index.name)] }),
};

export const dropIndex: Definition<DropIndex, CreateIndex> = {
  render: renderDropIndex,
  reverse: (operation) => ({ ...operation, kind: 'createIndex' }),
  effects: (operation) => ({ removes: [indexAddress(operation.table, operation.index.name)] }),
};
