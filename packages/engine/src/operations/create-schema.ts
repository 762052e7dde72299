import type { Namespace } from '../schema/namespace';
import { identifier, sql } from '../sql/sql';
import type { Definition } from './definition';
import { commentStatements } from './set-comment';
import { type Statement, statement } from './statement';

export interface CreateSchema {
  readonly kind: 'createSchema';
  readonly namespace: Namespace;
}

export interface DropSchema {
  readonly kind: 'dropSchema';
  readonly namespace: Namespace;
}

function renderCreateSchema({ namespace }: CreateSchema): readonly Statement[] {
  return [
    statement(`Create schema ${namespace.name}`, sql`CREATE SCHEMA ${identifier(namespace.name)}`),
    ...commentStatements({ kind: 'namespace', name: namespace.name }, namespace.comment),
  ];
}

function renderDropSchema({ namespace }: DropSchema): readonly Statement[] {
  return [statement(`Drop schema ${namespace.name}`, sql`DROP SCHEMA ${identifier(namespace.name)}`)];
}

function reverseCreateSchema({ namespace }: CreateSchema): DropSchema {
  return { kind: 'dropSchema', namespace };
}

function reverseDropSchema({ namespace }: DropSchema): CreateSchema {
  return { kind: 'createSchema', namespace };
}

export const createSchema: Definition<CreateSchema, DropSchema> = {
  render: renderCreateSchema,
  reverse: reverseCreateSchema,
  effects: (operation) => ({ creates: [{ kind: 'namespace', name: operation.namespace.name }] }),
};

export const dropSchema: Definition<DropSchema, CreateSchema> = {
  render: renderDropSchema,
  reverse: reverseDropSchema,
  effects: (operation) => ({ removes: [{ kind: 'namespace', name: operation.namespace.name }] }),
};
