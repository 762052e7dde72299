import type { Constraint } from '../../schema/constraint';
import { partAddress } from '../../schema/dependency-edges';
import type { QualifiedName } from '../../schema/qualified-name';
import { identifier, qualified, sql } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Statement, statement } from '../statement';
import { describeConstraint, renderAddConstraint, renderDropConstraint } from './add-constraint';

/** Checks the rows that were there when a constraint was added `NOT VALID`; readers and writers go on. */
export interface ValidateConstraint {
  readonly kind: 'validateConstraint';
  readonly table: QualifiedName;
  /** The constraint before it is validated, and after. */
  readonly from: Constraint;
  readonly to: Constraint;
  /** In a transaction of its own: in the one that adds the constraint, its lock would still be held. */
  readonly alone?: boolean;
}

/** Postgres has no inverse of VALIDATE: the constraint is taken off and put back unvalidated. */
export interface InvalidateConstraint {
  readonly kind: 'invalidateConstraint';
  readonly table: QualifiedName;
  readonly from: Constraint;
  readonly to: Constraint;
  readonly alone?: boolean;
}

function renderValidateConstraint({ table, to, alone = false }: ValidateConstraint): readonly Statement[] {
  return [
    statement(
      `Check the rows of ${displayName(table)} against ${describeConstraint(to)}`,
      sql`ALTER TABLE ${qualified(table.schema, table.name)} VALIDATE CONSTRAINT ${identifier(to.name)}`,
      {
        transactional: !alone,
        hazards: [
          { kind: 'mayFail', text: `Fails if a row of ${displayName(table)} violates ${to.name}.`, table },
        ],
      },
    ),
  ];
}

function renderInvalidateConstraint({ table, from, to }: InvalidateConstraint): readonly Statement[] {
  return [
    ...renderDropConstraint({ kind: 'dropConstraint', table, constraint: from }),
    ...renderAddConstraint({ kind: 'addConstraint', table, constraint: to }),
  ];
}

function reverseValidateConstraint(operation: ValidateConstraint): InvalidateConstraint {
  return { ...operation, kind: 'invalidateConstraint', from: operation.to, to: operation.from };
}

function reverseInvalidateConstraint(operation: InvalidateConstraint): ValidateConstraint {
  return { ...operation, kind: 'validateConstraint', from: operation.to, to: operation.from };
}

export const validateConstraint: Definition<ValidateConstraint, InvalidateConstraint> = {
  render: renderValidateConstraint,
  reverse: reverseValidateConstraint,
  effects: (operation) => ({ alters: [partAddress('constraint', operation.table, operation.to.name)] }),
};

export const invalidateConstraint: Definition<InvalidateConstraint, ValidateConstraint> = {
  render: renderInvalidateConstraint,
  reverse: reverseInvalidateConstraint,
  effects: (operation) => ({ alters: [partAddress('constraint', operation.table, operation.to.name)] }),
};
