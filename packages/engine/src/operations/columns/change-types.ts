import type { QualifiedName } from '../../schema/qualified-name';
import { join, qualified, sql } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Statement, statement } from '../statement';
import { alterType, type ChangeType, changeType, detailsOf, reverseChangeType } from './change-type';
import { storageStatements } from './render-column';

/** Changes the types of several columns of a table at once, so that it is rewritten once. */
export interface ChangeTypes {
  readonly kind: 'changeTypes';
  readonly table: QualifiedName;
  readonly changes: readonly ChangeType[];
}

function renderChangeTypes({ table, changes }: ChangeTypes): readonly Statement[] {
  return [
    statement(
      `Change the types of ${displayName(table)}: ${changes.map(describeOne).join(', ')}`,
      sql`ALTER TABLE ${qualified(table.schema, table.name)}\n  ${join(changes.map(alterType), ',\n  ')}`,
      detailsOf(changes),
    ),
    ...changes.flatMap(({ column, to }) => storageStatements({ table, column }, to)),
  ];
}

function describeOne({ column, from, to }: ChangeType): string {
  if (from.type.text !== to.type.text) return `${column} from ${from.type.text} to ${to.type.text}`;
  return `${column} to the collation ${to.collation === null ? 'of its type' : to.collation.name}`;
}

function reverseChangeTypes({ kind, table, changes }: ChangeTypes): ChangeTypes {
  return { kind, table, changes: changes.map(reverseChangeType) };
}

export const changeTypes: Definition<ChangeTypes, ChangeTypes> = {
  render: renderChangeTypes,
  reverse: reverseChangeTypes,
  effects: ({ changes }) => ({
    alters: changes.flatMap((change) => changeType.effects(change).alters ?? []),
  }),
};
