import type { Namespace } from '../schema/namespace';
import { identifier, sql } from '../sql/sql';
import type { Definition } from './definition';
import { type Accessible, giveAccess } from './give-access';
import { commentStatements } from './set-comment';
import { type Statement, statement } from './statement';

export interface CreateSchema extends Accessible {
  readonly kind: 'createSchema';
  readonly namespace: Namespace;
}

export interface DropSchema extends Accessible {
  readonly kind: 'dropSchema';
  readonly namespace: Namespace;
}

function renderCreateSchema({ namespace, access }: CreateSchema): readonly Statement[] {
  return [
    statement(`Create schema ${namespace.name}`, sql`CREATE SCHEMA ${identifier(namespace.name)}`),
    ...commentStatements({ kind: 'namespace', name: namespace.name }, namespace.comment),
    ...giveAccess(access),
  ];
}

function renderDropSchema({ namespace }: DropSchema): readonly Statement[] {
  return [statement(`Drop schema ${namespace.name}`, sql`DROP SCHEMA ${identifier(namespace.name)}`)];
}

export const createSchema: Definition<CreateSchema, DropSchema> = {
  render: renderCreateSchema,
  reverse: (operation) => ({ ...operation, kind: 'dropSchema' }),
  effects: (operation) => ({ creates: [{ kind: 'namespace', name: operation.namespace.name }] }),
};

export const dropSchema: Definition<DropSchema, CreateSchema> = {
  render: renderDropSchema,
  reverse: (operation) => ({ ...operation, kind: 'createSchema' }),
  effects: (operation) => ({ removes: [{ kind: 'namespace', name: operation.namespace.name }] }),
};
