import type { RangeType } from '../schema/user-type';
import { join, nothing, qualified, sql, trusted } from '../sql/sql';
import { displayName } from './display-name';
import { commentStatements } from './set-comment';
import { type Statement, statement } from './statement';

export interface CreateRange {
  readonly kind: 'createRange';
  readonly type: RangeType;
}

export interface DropRange {
  readonly kind: 'dropRange';
  readonly type: RangeType;
}

export function renderCreateRange({ type }: CreateRange): readonly Statement[] {
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
  ];
}

export function renderDropRange({ type }: DropRange): readonly Statement[] {
  return [
    statement(`Drop range type ${displayName(type)}`, sql`DROP TYPE ${qualified(type.schema, type.name)}`),
  ];
}

export function reverseCreateRange({ type }: CreateRange): DropRange {
  return { kind: 'dropRange', type };
}

export function reverseDropRange({ type }: DropRange): CreateRange {
  return { kind: 'createRange', type };
}
