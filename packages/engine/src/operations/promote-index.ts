import type { PrimaryKey, Unique } from '../schema/constraint';
import type { QualifiedName } from '../schema/qualified-name';
import type { TableIndex } from '../schema/table-index';
import { identifier, join, nothing, qualified, sql } from '../sql/sql';
import { describeConstraint } from './add-constraint';
import { renderCreateIndex } from './create-index';
import { displayName } from './display-name';
import { commentStatements } from './set-comment';
import { type Statement, statement } from './statement';

/** Makes a constraint of the unique index that bears its name, which was built while others wrote. */
export interface PromoteIndex {
  readonly kind: 'promoteIndex';
  readonly table: QualifiedName;
  readonly constraint: PrimaryKey | Unique;
  readonly index: TableIndex;
}

/** Makes a mere unique index of it again: Postgres drops the index with the constraint, so it is built anew. */
export interface DemoteIndex {
  readonly kind: 'demoteIndex';
  readonly table: QualifiedName;
  readonly constraint: PrimaryKey | Unique;
  readonly index: TableIndex;
}

export function renderPromoteIndex({ table, constraint }: PromoteIndex): readonly Statement[] {
  const { schema, name } = table;
  const { deferrable, kind } = constraint;
  return [
    statement(
      `Add ${describeConstraint(constraint)} to ${displayName(table)}`,
      join(
        [
          sql`ALTER TABLE ${qualified(schema, name)} ADD CONSTRAINT ${identifier(constraint.name)}`,
          kind === 'primaryKey' ? sql`PRIMARY KEY` : sql`UNIQUE`,
          sql`USING INDEX ${identifier(constraint.name)}`,
          deferrable === 'not deferrable' ? nothing : sql`DEFERRABLE`,
          deferrable === 'initially deferred' ? sql`INITIALLY DEFERRED` : nothing,
        ],
        ' ',
      ),
    ),
    ...commentStatements(
      { kind: 'constraint', schema, relation: name, name: constraint.name },
      constraint.comment,
    ),
  ];
}

export function renderDemoteIndex({ table, constraint, index }: DemoteIndex): readonly Statement[] {
  return [
    statement(
      `Drop ${describeConstraint(constraint)} of ${displayName(table)}`,
      sql`ALTER TABLE ${qualified(table.schema, table.name)} DROP CONSTRAINT ${identifier(constraint.name)}`,
    ),
    ...renderCreateIndex({ kind: 'createIndex', on: 'table', table, index }),
  ];
}

export function reversePromoteIndex(operation: PromoteIndex): DemoteIndex {
  return { ...operation, kind: 'demoteIndex' };
}

export function reverseDemoteIndex(operation: DemoteIndex): PromoteIndex {
  return { ...operation, kind: 'promoteIndex' };
}
