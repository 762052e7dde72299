import type { View } from '../schema/view';
import { identifier, nothing, qualified, type Sql, sql, trusted } from '../sql/sql';
import { renderCreateRule } from './create-rule';
import { renderCreateTrigger } from './create-trigger';
import { displayName } from './display-name';
import { commentStatements } from './set-comment';
import { type Statement, statement } from './statement';
import { optionList } from './storage-options';

/** Creates the view with its triggers, rules, comments and defaults. */
export interface CreateView {
  readonly kind: 'createView';
  readonly view: View;
}

export interface DropView {
  readonly kind: 'dropView';
  readonly view: View;
}

export function renderCreateView({ view }: CreateView): readonly Statement[] {
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
  ];
}

export function renderDropView({ view }: DropView): readonly Statement[] {
  return [statement(`Drop view ${displayName(view)}`, sql`DROP VIEW ${qualified(view.schema, view.name)}`)];
}

export function reverseCreateView({ view }: CreateView): DropView {
  return { kind: 'dropView', view };
}

export function reverseDropView({ view }: DropView): CreateView {
  return { kind: 'createView', view };
}

/** `name WITH (…) AS query` */
export function viewBody({ schema, name, options, definition }: View): Sql {
  const withOptions = options.length === 0 ? nothing : sql` WITH ${optionList(options)}`;
  return sql`${qualified(schema, name)}${withOptions} AS\n${trusted(definition)}`;
}
