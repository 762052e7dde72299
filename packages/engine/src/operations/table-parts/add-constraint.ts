import type { Hazard } from '../../hazards/hazard';
import { keyIndexAddresses } from '../../schema/addresses';
import type { Constraint } from '../../schema/constraint';
import { partAddress } from '../../schema/dependency-edges';
import { nameKey, nameOnly } from '../../schema/name-key';
import type { QualifiedName } from '../../schema/qualified-name';
import type { TableIndex } from '../../schema/table-index';
import { identifier, join, nothing, qualified, sql, trusted } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { commentStatements } from '../set-comment';
import { type Statement, statement } from '../statement';
import { optionList } from '../storage-options';
import { renderCreateIndex } from './create-index';

interface TableConstraint {
  readonly table: QualifiedName;
  readonly constraint: Constraint;
  /**
   * The index of a key that is built first, while others write. Both are one operation, since Postgres cannot take the
   * constraint off and leave its index.
   */
  readonly builtFirst?: TableIndex;
}

export interface AddConstraint extends TableConstraint {
  readonly kind: 'addConstraint';
}

export interface DropConstraint extends TableConstraint {
  readonly kind: 'dropConstraint';
}

export function renderAddConstraint({ table, constraint, builtFirst }: AddConstraint): readonly Statement[] {
  const { schema, name } = table;
  const comments = commentStatements(
    { kind: 'constraint', schema, relation: name, name: constraint.name },
    constraint.comment,
  );
  if (builtFirst !== undefined) {
    return [
      ...renderCreateIndex({
        kind: 'createIndex',
        on: 'table',
        table,
        index: builtFirst,
        concurrently: true,
      }),
      renderUsingIndex(table, constraint),
      ...comments,
    ].map((one) => ({ ...one, transactional: false }));
  }
  return [
    statement(
      `Add ${describeConstraint(constraint)} to ${displayName(table)}`,
      sql`ALTER TABLE ${qualified(schema, name)} ADD CONSTRAINT ${identifier(constraint.name)} ${trusted(constraint.definition)}`,
      { hazards: addHazards(table, constraint) },
    ),
    ...keyOptions(table, constraint),
    ...comments,
  ];
}

/** What the definition of a key does not say of its index; that of an exclusion does. */
export function keyOptions(table: QualifiedName, constraint: Constraint): readonly Statement[] {
  const { kind, name } = constraint;
  if ((kind !== 'primaryKey' && kind !== 'unique') || constraint.indexOptions.length === 0) return [];
  return [
    statement(
      `Set the storage parameters of index ${name}`,
      sql`ALTER INDEX ${qualified(table.schema, name)} SET ${optionList(constraint.indexOptions)}`,
    ),
  ];
}

/** The index already bears the name of the constraint. */
function renderUsingIndex(table: QualifiedName, constraint: Constraint): Statement {
  const { deferrable, kind } = constraint;
  return statement(
    `Add ${describeConstraint(constraint)} to ${displayName(table)}`,
    join(
      [
        sql`ALTER TABLE ${qualified(table.schema, table.name)} ADD CONSTRAINT ${identifier(constraint.name)}`,
        kind === 'primaryKey' ? sql`PRIMARY KEY` : sql`UNIQUE`,
        sql`USING INDEX ${identifier(constraint.name)}`,
        deferrable === 'not deferrable' ? nothing : sql`DEFERRABLE`,
        deferrable === 'initially deferred' ? sql`INITIALLY DEFERRED` : nothing,
      ],
      ' ',
    ),
  );
}

export function renderDropConstraint({ table, constraint }: DropConstraint): readonly Statement[] {
  return [
    statement(
      `Drop ${describeConstraint(constraint)} of ${displayName(table)}`,
      sql`ALTER TABLE ${qualified(table.schema, table.name)} DROP CONSTRAINT ${identifier(constraint.name)}`,
    ),
  ];
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
  const hazard = (kind: Hazard['kind'], text: string): Hazard => ({ kind, text, table: nameOnly(table) });
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
    case 'foreignKey': {
      if (!constraint.validated) return [];
      const isOfItself = nameKey(constraint.references) === nameKey(table);
      return [
        hazard(
          'blocksWrites',
          `Every row of ${name} is checked: nobody can write it${isOfItself ? '' : ` or ${displayName(constraint.references)}`} meanwhile.`,
        ),
        hazard('mayFail', `Fails if a row of ${name} points at no ${displayName(constraint.references)}.`),
      ];
    }
  }
}

export const addConstraint: Definition<AddConstraint, DropConstraint> = {
  render: renderAddConstraint,
  reverse: (operation) => ({ ...operation, kind: 'dropConstraint' }),
  effects: (operation) => ({
    creates: [partAddress('constraint', operation.table, operation.constraint.name)],
    takes: keyIndexAddresses(operation.table, operation.constraint),
  }),
};

export const dropConstraint: Definition<DropConstraint, AddConstraint> = {
  render: renderDropConstraint,
  reverse: (operation) => ({ ...operation, kind: 'addConstraint' }),
  effects: (operation) => ({
    removes: [partAddress('constraint', operation.table, operation.constraint.name)],
    frees: keyIndexAddresses(operation.table, operation.constraint),
  }),
};
