import type { Hazard } from '../../hazards/hazard';
import { columnAddresses } from '../../schema/addresses';
import { type Column, mustBeGiven } from '../../schema/column';
import type { QualifiedName } from '../../schema/qualified-name';
import { identifier, qualified, sql, trusted } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Accessible, giveAccess } from '../give-access';
import { rewritten } from '../rewritten';
import { type Statement, statement } from '../statement';
import { alterColumn } from './column-name';
import { fillFailure } from './fill-failure';
import { columnDefinition, statementsAfterColumn, statementsBeforeColumn } from './render-column';
import { settleDeferred } from './settle-deferred';

interface OwnColumn extends Accessible {
  readonly table: QualifiedName;
  readonly column: Column;
  /** Every row that is there gets a value of its own: a default that is volatile, a domain that is checked. */
  readonly computed: boolean;
  /** What rows that are there already get in a column that may not be NULL and has no default. */
  readonly fill: string | null;
  /** Something on the table looks at its rows no sooner than at the end of a transaction. */
  readonly defers: boolean;
  /** It is dropped and made again at once: nobody meets the table without it. */
  readonly isRemade?: boolean;
  /** The role that owns the table, where that is not the one that migrates. */
  readonly tableOwner?: string;
}

export interface AddColumn extends OwnColumn {
  readonly kind: 'addColumn';
}

export interface DropColumn extends OwnColumn {
  readonly kind: 'dropColumn';
}

function renderAddColumn(operation: AddColumn): readonly Statement[] {
  const { table, column, computed, fill, tableOwner, access } = operation;
  const added = fill === null ? column : { ...column, notNull: false };
  return [
    ...statementsBeforeColumn(table, added),
    statement(
      `Add column ${displayName(table)}.${column.name}`,
      sql`ALTER TABLE ${qualified(table.schema, table.name)} ADD COLUMN ${columnDefinition(table, added)}`,
      { hazards: addHazards(table, added, computed) },
    ),
    ...(fill === null ? [] : renderFill(operation, fill)),
    ...statementsAfterColumn(table, added, tableOwner),
    ...giveAccess(access),
  ];
}

/** A value in every row that is there, before NULL is forbidden. */
function renderFill({ table, column, defers }: AddColumn, value: string): readonly Statement[] {
  const name = identifier(column.name);
  const written: Hazard = {
    kind: 'blocksReads',
    text: `Every row of ${displayName(table)} is written: nobody can read or write it meanwhile.`,
    table,
  };
  return [
    ...(defers ? [settleDeferred] : []),
    statement(
      `Give the rows that are there a ${column.name}`,
      sql`UPDATE ${qualified(table.schema, table.name)} SET ${name} = ${trusted(value)} WHERE ${name} IS NULL`,
      { hazards: [written, fillFailure(table)] },
    ),
    statement(
      `Forbid NULL in ${displayName(table)}.${column.name}`,
      alterColumn({ table, column: column.name }, sql`SET NOT NULL`),
    ),
  ];
}

function renderDropColumn({ table, column, fill, isRemade = false }: DropColumn): readonly Statement[] {
  const place = `${displayName(table)}.${column.name}`;
  const lost = column.value.kind !== 'generated';
  return [
    statement(
      `Drop column ${place}`,
      sql`ALTER TABLE ${qualified(table.schema, table.name)} DROP COLUMN ${identifier(column.name)}`,
      {
        hazards: [
          ...(lost ? [{ kind: 'losesData', text: `The values of ${place} are gone.`, table } as const] : []),
          ...(isRemade
            ? []
            : [
                {
                  kind: 'breaksDeployedCode',
                  text: `Code that still maps ${column.name} fails on every find and insert.`,
                  table,
                } as const,
              ]),
        ],
        note: lost ? `The way back makes ${place} again${howItComesBack({ table, column, fill })}.` : null,
      },
    ),
  ];
}

function howItComesBack({ table, column, fill }: Pick<DropColumn, 'table' | 'column' | 'fill'>): string {
  if (fill !== null) return `, with ${fill} in every row`;
  return mustBeGiven(column) ? ` only where ${displayName(table)} has no rows` : ' without its values';
}

function addHazards(table: QualifiedName, column: Column, computed: boolean): readonly Hazard[] {
  const ofRows = computed ? [rewritten(table, `${column.name} is computed for every row`)] : [];
  return [...ofRows, ...hazardsOfValue(table, column)];
}

function hazardsOfValue(table: QualifiedName, { name, value, notNull }: Column): readonly Hazard[] {
  switch (value.kind) {
    case 'serial':
    case 'identity':
      return [rewritten(table, `${name} gets a number in every row`)];
    case 'generated':
      return value.storage === 'stored' ? [rewritten(table, `${name} is computed for every row`)] : [];
    case 'none':
      if (!notNull) return [];
      return [
        {
          kind: 'mayFail',
          text: `Fails if ${displayName(table)} has rows: ${name} may not be NULL and has no default.`,
          table,
        },
      ];
    case 'default':
      return [];
  }
}

export const addColumn: Definition<AddColumn, DropColumn> = {
  render: renderAddColumn,
  reverse: (operation) => ({ ...operation, kind: 'dropColumn' }),
  effects: (operation) => ({ creates: columnAddresses(operation.table, operation.column) }),
};

export const dropColumn: Definition<DropColumn, AddColumn> = {
  render: renderDropColumn,
  reverse: (operation) => ({ ...operation, kind: 'addColumn' }),
  effects: (operation) => ({ removes: columnAddresses(operation.table, operation.column) }),
};
