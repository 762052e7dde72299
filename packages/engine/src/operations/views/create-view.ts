import { viewAddresses } from '../../schema/addresses';
import type { View } from '../../schema/view';
import { identifier, nothing, qualified, type Sql, sql, trusted } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Accessible, giveAccess } from '../give-access';
import { commentStatements } from '../set-comment';
import { type Statement, statement } from '../statement';
import { optionList } from '../storage-options';
import { renderCreateRule } from '../table-parts/create-rule';
import { renderCreateTrigger } from '../table-parts/create-trigger';

/** Creates the view with its triggers, rules, comments and defaults. */
export interface CreateView extends Accessible {
  readonly kind: 'createView';
  readonly view: View;
}

export interface DropView extends Accessible {
  readonly kind: 'dropView';
  readonly view: View;
}

function renderCreateView({ view, access }: CreateView): readonly Statement[] {
  const { schema, name } = view;
  const table = { schema, name };
  return [
    statement(`Create view ${displayName(view)}`, sql`CREATE VIEW ${viewBody(view)}`),
    ...view.columns.flatMap((column) =>
      column.default === null
        ? []
        : [
            statement(
              `Set the default of ${displayName(view)}.${column.name}`,
              sql`ALTER VIEW ${qualified(schema, name)} ALTER COLUMN ${identifier(column.name)} SET DEFAULT ${trusted(column.default)}`,
            ),
          ],
    ),
    ...commentStatements({ kind: 'view', schema, name }, view.comment),
    ...view.columns.flatMap((column) =>
      commentStatements({ kind: 'column', schema, relation: name, name: column.name }, column.comment),
    ),
    ...view.rules.flatMap((rule) => renderCreateRule({ kind: 'createRule', table, rule })),
    ...view.triggers.flatMap((trigger) => renderCreateTrigger({ kind: 'createTrigger', table, trigger })),
    ...giveAccess(access),
  ];
}

function renderDropView({ view }: DropView): readonly Statement[] {
  return [statement(`Drop view ${displayName(view)}`, sql`DROP VIEW ${qualified(view.schema, view.name)}`)];
}

/** `name WITH (…) AS query` */
export function viewBody({ schema, name, options, definition }: View): Sql {
  const withOptions = options.length === 0 ? nothing : sql` WITH ${optionList(options)}`;
  return sql`${qualified(schema, name)}${withOptions} AS\n${trusted(definition)}`;
}

export const createView: Definition<CreateView, DropView> = {
  render: renderCreateView,
  reverse: (operation) => ({ ...operation, kind: 'dropView' }),
  effects: (operation) => ({ creates: viewAddresses(operation.view) }),
};

export const dropView: Definition<DropView, CreateView> = {
  render: renderDropView,
  reverse: (operation) => ({ ...operation, kind: 'createView' }),
  effects: (operation) => ({ removes: viewAddresses(operation.view) }),
};
