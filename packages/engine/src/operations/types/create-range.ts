import { nameOnly } from '../../schema/name-key';
import type { RangeType } from '../../schema/user-type';
import { join, nothing, qualified, sql, trusted } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Accessible, giveAccess } from '../give-access';
import { commentStatements } from '../set-comment';
import { type Statement, statement } from '../statement';

export interface CreateRange extends Accessible {
  readonly kind: 'createRange';
  readonly type: RangeType;
}

export interface DropRange extends Accessible {
  readonly kind: 'dropRange';
  readonly type: RangeType;
}

function renderCreateRange({ type, access }: CreateRange): readonly Statement[] {
  const { schema, name, comment } = type;
  const option = (text: string, value: RangeType['canonical']) =>
    value === null ? nothing : sql`${trusted(text)} = ${qualified(value.schema, value.name)}`;
  const options = join([
    sql`SUBTYPE = ${trusted(type.subtype.text)}`,
    option('SUBTYPE_OPCLASS', type.operatorClass),
    option('COLLATION', type.collation),
    option('CANONICAL', type.canonical),
    option('SUBTYPE_DIFF', type.subtypeDifference),
    option('MULTIRANGE_TYPE_NAME', type.multirange),
  ]);
  return [
    statement(
      `Create range type ${displayName(type)}`,
      sql`CREATE TYPE ${qualified(schema, name)} AS RANGE (${options})`,
    ),
    ...commentStatements({ kind: 'range', schema, name }, comment),
    ...giveAccess(access),
  ];
}

function renderDropRange({ type }: DropRange): readonly Statement[] {
  return [
    statement(`Drop range type ${displayName(type)}`, sql`DROP TYPE ${qualified(type.schema, type.name)}`),
  ];
}

export const createRange: Definition<CreateRange, DropRange> = {
  render: renderCreateRange,
  reverse: (operation) => ({ ...operation, kind: 'dropRange' }),
  effects: (operation) => ({ creates: [{ kind: 'range', ...nameOnly(operation.type) }] }),
};

export const dropRange: Definition<DropRange, CreateRange> = {
  render: renderDropRange,
  reverse: (operation) => ({ ...operation, kind: 'createRange' }),
  effects: (operation) => ({ removes: [{ kind: 'range', ...nameOnly(operation.type) }] }),
};
