import { materializedViewAddresses } from '../../schema/addresses';
import type { MaterializedView } from '../../schema/view';
import { identifier, nothing, qualified, sql, trusted } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Accessible, giveAccess } from '../give-access';
import { commentStatements } from '../set-comment';
import { type Statement, statement } from '../statement';
import { optionList } from '../storage-options';
import { renderCreateIndex } from '../table-parts/create-index';

/** Creates the materialized view with its indexes and comments, filled. */
export interface CreateMaterializedView extends Accessible {
  readonly kind: 'createMaterializedView';
  readonly view: MaterializedView;
}

export interface DropMaterializedView extends Accessible {
  readonly kind: 'dropMaterializedView';
  readonly view: MaterializedView;
}

function renderCreateMaterializedView({ view, access }: CreateMaterializedView): readonly Statement[] {
  const { schema, name } = view;
  const table = { schema, name };
  const method = view.accessMethod === 'heap' ? nothing : sql` USING ${identifier(view.accessMethod)}`;
  const options = view.options.length === 0 ? nothing : sql` WITH ${optionList(view.options)}`;
  return [
    statement(
      `Create materialized view ${displayName(view)}`,
      sql`CREATE MATERIALIZED VIEW ${qualified(schema, name)}${method}${options} AS\n${trusted(view.definition)}`,
    ),
    ...view.indexes.flatMap((index) =>
      renderCreateIndex({ kind: 'createIndex', on: 'materializedView', table, index }),
    ),
    ...(view.clusteredOn === null
      ? []
      : [
          statement(
            `Let ${displayName(view)} follow index ${view.clusteredOn}`,
            sql`ALTER MATERIALIZED VIEW ${qualified(schema, name)} CLUSTER ON ${identifier(view.clusteredOn)}`,
          ),
        ]),
    ...commentStatements({ kind: 'materializedView', schema, name }, view.comment),
    ...view.columns.flatMap((column) =>
      commentStatements({ kind: 'column', schema, relation: name, name: column.name }, column.comment),
    ),
    ...giveAccess(access),
  ];
}

function renderDropMaterializedView({ view }: DropMaterializedView): readonly Statement[] {
  return [
    statement(
      `Drop materialized view ${displayName(view)}`,
      sql`DROP MATERIALIZED VIEW ${qualified(view.schema, view.name)}`,
    ),
  ];
}

export const createMaterializedView: Definition<CreateMaterializedView, DropMaterializedView> = {
  render: renderCreateMaterializedView,
  reverse: (operation) => ({ ...operation, kind: 'dropMaterializedView' }),
  effects: (operation) => ({ creates: materializedViewAddresses(operation.view) }),
};

export const dropMaterializedView: Definition<DropMaterializedView, CreateMaterializedView> = {
  render: renderDropMaterializedView,
  reverse: (operation) => ({ ...operation, kind: 'createMaterializedView' }),
  effects: (operation) => ({ removes: materializedViewAddresses(operation.view) }),
};
