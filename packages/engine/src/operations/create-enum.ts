import { nameOnly } from '../schema/name-key';
import type { EnumType } from '../schema/user-type';
import { join, literal, qualified, sql } from '../sql/sql';
import type { Definition } from './definition';
import { displayName } from './display-name';
import { commentStatements } from './set-comment';
import { type Statement, statement } from './statement';

export interface CreateEnum {
  readonly kind: 'createEnum';
  readonly type: EnumType;
}

export interface DropEnum {
  readonly kind: 'dropEnum';
  readonly type: EnumType;
}

function renderCreateEnum({ type }: CreateEnum): readonly Statement[] {
  const { schema, name, labels, comment } = type;
  return [
    statement(
      `Create enum ${displayName(type)}`,
      sql`CREATE TYPE ${qualified(schema, name)} AS ENUM (${join(labels.map(literal))})`,
    ),
    ...commentStatements({ kind: 'enum', schema, name }, comment),
  ];
}

function renderDropEnum({ type }: DropEnum): readonly Statement[] {
  return [statement(`Drop enum ${displayName(type)}`, sql`DROP TYPE ${qualified(type.schema, type.name)}`)];
}

function reverseCreateEnum({ type }: CreateEnum): DropEnum {
  return { kind: 'dropEnum', type };
}

function reverseDropEnum({ type }: DropEnum): CreateEnum {
  return { kind: 'createEnum', type };
}

export const createEnum: Definition<CreateEnum, DropEnum> = {
  render: renderCreateEnum,
  reverse: reverseCreateEnum,
  effects: (operation) => ({ creates: [{ kind: 'enum', ...nameOnly(operation.type) }] }),
};

export const dropEnum: Definition<DropEnum, CreateEnum> = {
  render: renderDropEnum,
  reverse: reverseDropEnum,
  effects: (operation) => ({ removes: [{ kind: 'enum', ...nameOnly(operation.type) }] }),
};
