import type { Hazard } from '../hazards/hazard';
import type { Constraint } from '../schema/constraint';
import type { QualifiedName } from '../schema/qualified-name';
import { identifier, qualified, sql, trusted } from '../sql/sql';
import { displayName } from './display-name';
import { commentStatements } from './set-comment';
import { type Statement, statement } from './statement';

export interface AddConstraint {
  readonly kind: 'addConstraint';
  readonly table: QualifiedName;
  readonly constraint: Constraint;
}

export interface DropConstraint {
  readonly kind: 'dropConstraint';
  readonly table: QualifiedName;
  readonly constraint: Constraint;
}

export function renderAddConstraint({ table, constraint }: AddConstraint): readonly Statement[] {
  const { schema, name } = table;
  return [
    statement(
      `Add ${describeConstraint(constraint)} to ${displayName(table)}`,
      sql`ALTER TABLE ${qualified(schema, name)} ADD CONSTRAINT ${identifier(constraint.name)} ${trusted(constraint.definition)}`,
      { hazards: addHazards(table, constraint) },
    ),
    ...commentStatements(
      { kind: 'constraint', schema, relation: name, name: constraint.name },
      constraint.comment,
    ),
  ];
}

export function renderDropConstraint({ table, constraint }: DropConstraint): readonly Statement[] {
  return [
    statement(
      `Drop ${describeConstraint(constraint)} of ${displayName(table)}`,
      sql`ALTER TABLE ${qualified(table.schema, table.name)} DROP CONSTRAINT ${identifier(constraint.name)}`,
    ),
  ];
}

export function reverseAddConstraint({ table, constraint }: AddConstraint): DropConstraint {
  return { kind: 'dropConstraint', table, constraint };
}

export function reverseDropConstraint({ table, constraint }: DropConstraint): AddConstraint {
  return { kind: 'addConstraint', table, constraint };
}

const words: { readonly [kind in Constraint['kind']]: string } = {
  primaryKey: 'primary key',
  unique: 'unique constraint',
  check: 'check',
  exclusion: 'exclusion constraint',
  foreignKey: 'foreign key',
};

export function describeConstraint({ kind, name }: Pick<Constraint, 'kind' | 'name'>): string {
  return `${words[kind]} ${name}`;
}

function addHazards(table: QualifiedName, constraint: Constraint): readonly Hazard[] {
  const table_ = { schema: table.schema, name: table.name };
  const hazard = (kind: Hazard['kind'], text: string): Hazard => ({ kind, text, table: table_ });
  const name = displayName(table);
  switch (constraint.kind) {
    case 'primaryKey':
    case 'unique':
      return [
        hazard('blocksReads', `An index is built: nobody can read or write ${name} meanwhile.`),
        hazard('mayFail', `Fails if two rows of ${name} have the same ${constraint.columns.join(', ')}.`),
      ];
    case 'exclusion':
      return [
        hazard('blocksReads', `An index is built: nobody can read or write ${name} meanwhile.`),
        hazard('mayFail', `Fails if two rows of ${name} exclude each other.`),
      ];
    case 'check':
      if (!constraint.validated) return [];
      return [
        hazard('blocksReads', `Every row of ${name} is checked: nobody can read or write it meanwhile.`),
        hazard('mayFail', `Fails if a row of ${name} violates ${constraint.name}.`),
      ];
    case 'foreignKey':
      if (!constraint.validated) return [];
      return [
        hazard(
          'blocksWrites',
          `Every row of ${name} is checked: nobody can write it or ${displayName(constraint.references)} meanwhile.`,
        ),
        hazard('mayFail', `Fails if a row of ${name} points at no ${displayName(constraint.references)}.`),
      ];
  }
}
