import { indexAddress, keyIndexAddresses, tableAddresses } from '../../schema/addresses';
import type { Constraint } from '../../schema/constraint';
import { nameOnly } from '../../schema/name-key';
import type { ObjectAddress } from '../../schema/object-address';
import type { QualifiedName } from '../../schema/qualified-name';
import type { Table } from '../../schema/table';
import { identifier, join, nothing, qualified, type Sql, sql, trusted } from '../../sql/sql';
import { columnDefinition, statementsAfterColumn, statementsBeforeColumn } from '../columns/render-column';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Accessible, giveAccess } from '../give-access';
import { commentStatements } from '../set-comment';
import { type Statement, statement } from '../statement';
import { optionList } from '../storage-options';
import { keyOptions, renderAddConstraint } from '../table-parts/add-constraint';
import { renderCreateIndex } from '../table-parts/create-index';
import { renderCreatePolicy } from '../table-parts/create-policy';
import { renderCreateRule } from '../table-parts/create-rule';
import { renderCreateTrigger } from '../table-parts/create-trigger';
import { renderSetClusteredOn } from '../table-parts/set-clustered-on';
import { renderSetReplicaIdentity } from './set-replica-identity';
import { renderSetRowSecurity } from './set-row-security';

/** Creates all that the value holds. A plan creates the table bare and what hangs on it by operations of their own. */
export interface CreateTable extends Accessible {
  readonly kind: 'createTable';
  readonly table: Table;
  readonly detachedFrom?: QualifiedName;
  readonly ownWays?: readonly Statement[];
}

/** Drops the table with all that the value holds. */
export interface DropTable extends Accessible {
  readonly kind: 'dropTable';
  readonly table: Table;
  /** What it is a partition of and has to leave first: others point at the whole, and so at it. */
  readonly detachedFrom?: QualifiedName;
  /** What tells it again in what its columns are not as those of its parents, on the way back. */
  readonly ownWays?: readonly Statement[];
}

/** The table without what another table or a routine may have to be there for. */
export function bareTable(table: Table): Table {
  return {
    ...table,
    constraints: table.constraints.filter(
      // A child that is made after a check is NOT VALID has it as valid.
      (one) => one.kind !== 'foreignKey' && (one.kind !== 'check' || one.validated || one.inherited),
    ),
    indexes: [],
    triggers: [],
    policies: [],
    rules: [],
    rowSecurity: { enabled: false, forced: false },
    replicaIdentity: { kind: 'default' },
    clusteredOn: null,
  };
}

function renderCreateTable({ table, ownWays = [], access }: CreateTable): readonly Statement[] {
  const { schema, name } = table;
  const on = { table: { schema, name } };
  const columns = table.columns.filter(({ inherited }) => !inherited);
  const constraints = table.constraints.filter(({ inherited }) => !inherited);
  const withConstraint = (constraint: Constraint): readonly Statement[] =>
    isInline(constraint, table)
      ? [
          ...keyOptions(table, constraint),
          ...commentStatements(
            { kind: 'constraint', schema, relation: name, name: constraint.name },
            constraint.comment,
          ),
        ]
      : renderAddConstraint({ kind: 'addConstraint', ...on, constraint });
  return [
    ...columns.flatMap((column) => statementsBeforeColumn(table, column)),
    statement(`Create table ${displayName(table)}`, renderBody(table)),
    ...columns.flatMap((column) => statementsAfterColumn(table, column)),
    ...ownWays,
    ...commentStatements({ kind: 'table', schema, name }, table.comment),
    ...constraints.filter((constraint) => !pointsAt(constraint, table)).flatMap(withConstraint),
    ...table.indexes.flatMap((index) =>
      renderCreateIndex({ kind: 'createIndex', ...on, on: 'table', index }),
    ),
    // What it points at in its own table may be told apart by an index alone.
    ...constraints.filter((constraint) => pointsAt(constraint, table)).flatMap(withConstraint),
    ...table.triggers.flatMap((trigger) => renderCreateTrigger({ kind: 'createTrigger', ...on, trigger })),
    ...table.policies.flatMap((policy) => renderCreatePolicy({ kind: 'createPolicy', ...on, policy })),
    ...table.rules.flatMap((rule) => renderCreateRule({ kind: 'createRule', ...on, rule })),
    ...renderSetRowSecurity({
      kind: 'setRowSecurity',
      ...on,
      from: { enabled: false, forced: false },
      to: table.rowSecurity,
    }),
    ...(table.replicaIdentity.kind === 'default'
      ? []
      : renderSetReplicaIdentity({
          kind: 'setReplicaIdentity',
          ...on,
          from: { kind: 'default' },
          to: table.replicaIdentity,
        })),
    ...(table.clusteredOn === null
      ? []
      : renderSetClusteredOn({ kind: 'setClusteredOn', ...on, from: null, to: table.clusteredOn })),
    ...giveAccess(access),
  ];
}

function pointsAt(constraint: Constraint, { schema, name }: QualifiedName): boolean {
  return (
    constraint.kind === 'foreignKey' &&
    constraint.references.schema === schema &&
    constraint.references.name === name
  );
}

function renderDropTable({ table, detachedFrom }: DropTable): readonly Statement[] {
  const text = `The rows of ${displayName(table)} are gone.`;
  return [
    ...(detachedFrom === undefined
      ? []
      : [
          statement(
            `Detach ${displayName(table)}: others point at ${displayName(detachedFrom)}`,
            sql`ALTER TABLE ${qualified(detachedFrom.schema, detachedFrom.name)} DETACH PARTITION ${qualified(table.schema, table.name)}`,
            {
              hazards: [
                {
                  kind: 'mayFail',
                  text: `Fails if a row elsewhere points at one of ${displayName(table)}.`,
                  table: nameOnly(table),
                },
              ],
            },
          ),
        ]),
    statement(`Drop table ${displayName(table)}`, sql`DROP TABLE ${qualified(table.schema, table.name)}`, {
      hazards: [
        { kind: 'losesData', text, table: nameOnly(table) },
        {
          kind: 'breaksDeployedCode',
          text: `Code that still maps ${displayName(table)} fails.`,
          table: nameOnly(table),
        },
      ],
      note: `The way back makes ${displayName(table)} again without its rows.`,
    }),
  ];
}

/**
 * A foreign key reads better beside the table than in it; what is NOT VALID in it would be taken as valid; and of two
 * keys over the same columns Postgres would make one.
 */
function isInline(constraint: Constraint, { constraints }: Table): boolean {
  switch (constraint.kind) {
    case 'foreignKey':
      return false;
    case 'check':
      return constraint.validated;
    case 'primaryKey':
    case 'exclusion':
      return true;
    case 'unique': {
      const columns = constraint.columns.join('\0');
      const first = constraints.find(
        ({ kind, columns: others }) =>
          (kind === 'unique' || kind === 'primaryKey') && others.join('\0') === columns,
      );
      return first === constraint && !hasPrimaryKeyOver(columns, constraints);
    }
  }
}

function hasPrimaryKeyOver(columns: string, constraints: readonly Constraint[]): boolean {
  return constraints.some(
    ({ kind, columns: others }) => kind === 'primaryKey' && others.join('\0') === columns,
  );
}

function renderBody(table: Table): Sql {
  const { partition } = table;
  const create = table.unlogged ? sql`CREATE UNLOGGED TABLE` : sql`CREATE TABLE`;
  const constraints = table.constraints
    .filter((constraint) => !constraint.inherited && isInline(constraint, table))
    .map((constraint) => sql`CONSTRAINT ${identifier(constraint.name)} ${trusted(constraint.definition)}`);
  // A partition takes its columns from its parent.
  const columns =
    partition.kind === 'partition'
      ? []
      : table.columns.filter(({ inherited }) => !inherited).map((column) => columnDefinition(table, column));
  const elements = [...columns, ...constraints];
  const body =
    elements.length > 0
      ? sql` (\n  ${join(elements, ',\n  ')}\n)`
      : partition.kind === 'partition'
        ? nothing
        : sql` ()`;
  const parents = table.inherits.map((parent) => qualified(parent.schema, parent.name));
  const key = partition.kind === 'none' ? null : partition.key;
  return join(
    [
      partition.kind === 'partition'
        ? sql`${create} ${qualified(table.schema, table.name)} PARTITION OF ${qualified(partition.of.schema, partition.of.name)}${body} ${trusted(partition.bound)}`
        : sql`${create} ${qualified(table.schema, table.name)}${body}`,
      parents.length === 0 ? nothing : sql`INHERITS (${join(parents)})`,
      key === null ? nothing : sql`PARTITION BY ${trusted(key)}`,
      table.accessMethod === 'heap' || table.accessMethod === ''
        ? nothing
        : sql`USING ${identifier(table.accessMethod)}`,
      table.options.length === 0 ? nothing : sql`WITH ${optionList(table.options)}`,
    ],
    ' ',
  );
}

/** The names of all its indexes, those of keys too: they are of one set in a schema. */
function indexAddresses(table: Table): readonly ObjectAddress[] {
  return [
    ...table.constraints.flatMap((constraint) => keyIndexAddresses(table, constraint)),
    ...table.indexes.map(({ name }) => indexAddress(table, name)),
  ];
}

export const createTable: Definition<CreateTable, DropTable> = {
  render: renderCreateTable,
  reverse: (operation) => ({ ...operation, kind: 'dropTable' }),
  effects: (operation) => ({
    creates: tableAddresses(operation.table),
    takes: indexAddresses(operation.table),
  }),
};

export const dropTable: Definition<DropTable, CreateTable> = {
  render: renderDropTable,
  reverse: (operation) => ({ ...operation, kind: 'createTable' }),
  effects: (operation) => ({
    removes: tableAddresses(operation.table),
    frees: indexAddresses(operation.table),
  }),
};
