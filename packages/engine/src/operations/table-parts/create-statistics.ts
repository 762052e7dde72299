import { nameOnly } from '../../schema/name-key';
import type { Statistics } from '../../schema/statistics';
import { identifier, join, nothing, qualified, type Sql, sql, trusted } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { commentStatements } from '../set-comment';
import { type Statement, statement } from '../statement';

export interface CreateStatistics {
  readonly kind: 'createStatistics';
  readonly statistics: Statistics;
}

export interface DropStatistics {
  readonly kind: 'dropStatistics';
  readonly statistics: Statistics;
}

function renderCreateStatistics({ statistics }: CreateStatistics): readonly Statement[] {
  const { schema, name, target, comment } = statistics;
  return [
    statement(`Create statistics ${displayName(statistics)}`, renderBody(statistics)),
    ...(target === null
      ? []
      : [
          statement(
            `Set the target of statistics ${displayName(statistics)}`,
            sql`ALTER STATISTICS ${qualified(schema, name)} SET STATISTICS ${trusted(String(target))}`,
          ),
        ]),
    ...commentStatements({ kind: 'statistics', schema, name }, comment),
  ];
}

function renderDropStatistics({ statistics }: DropStatistics): readonly Statement[] {
  return [
    statement(
      `Drop statistics ${displayName(statistics)}`,
      sql`DROP STATISTICS ${qualified(statistics.schema, statistics.name)}`,
    ),
  ];
}

function renderBody({ schema, name, kinds, columns, expressions, table }: Statistics): Sql {
  const elements = [...columns.map(identifier), ...expressions.map((text) => sql`(${trusted(text)})`)];
  const listed = kinds.length === 0 ? nothing : sql` (${join(kinds.map(trusted))})`;
  return sql`CREATE STATISTICS ${qualified(schema, name)}${listed} ON ${join(elements)} FROM ${qualified(table.schema, table.name)}`;
}

export const createStatistics: Definition<CreateStatistics, DropStatistics> = {
  render: renderCreateStatistics,
  reverse: (operation) => ({ ...operation, kind: 'dropStatistics' }),
  effects: (operation) => ({ creates: [{ kind: 'statistics', ...nameOnly(operation.statistics) }] }),
};

export const dropStatistics: Definition<DropStatistics, CreateStatistics> = {
  render: renderDropStatistics,
  reverse: (operation) => ({ ...operation, kind: 'createStatistics' }),
  effects: (operation) => ({ removes: [{ kind: 'statistics', ...nameOnly(operation.statistics) }] }),
};
