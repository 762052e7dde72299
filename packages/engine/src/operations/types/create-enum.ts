import { nameOnly } from '../../schema/name-key';
import type { EnumType } from '../../schema/user-type';
import { join, literal, qualified, sql } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Accessible, giveAccess } from '../give-access';
import { commentStatements } from '../set-comment';
import { type Statement, statement } from '../statement';

export interface CreateEnum extends Accessible {
  readonly kind: 'createEnum';
  readonly type: EnumType;
}

export interface DropEnum extends Accessible {
  readonly kind: 'dropEnum';
  readonly type: EnumType;
}

function renderCreateEnum({ type, access }: CreateEnum): readonly Statement[] {
  const { schema, name, labels, comment } = type;
  return [
    statement(
      `Create enum ${displayName(type)}`,
      sql`CREATE TYPE ${qualified(schema, name)} AS ENUM (${join(labels.map(literal))})`,
    ),
    ...commentStatements({ kind: 'enum', schema, name }, comment),
    ...giveAccess(access),
  ];
}

function renderDropEnum({ type }: DropEnum): readonly Statement[] {
  return [statement(`Drop enum ${displayName(type)}`, sql`DROP TYPE ${qualified(type.schema, type.name)}`)];
}

export const createEnum: Definition<CreateEnum, DropEnum> = {
  render: renderCreateEnum,
  reverse: (operation) => ({ ...operation, kind: 'dropEnum' }),
  effects: (operation) => ({ creates: [{ kind: 'enum', ...nameOnly(operation.type) }] }),
};

export const dropEnum: Definition<DropEnum, CreateEnum> = {
  render: renderDropEnum,
  reverse: (operation) => ({ ...operation, kind: 'createEnum' }),
  effects: (operation) => ({ removes: [{ kind: 'enum', ...nameOnly(operation.type) }] }),
};
