import type { Namespace } from '../schema/namespace';
import { identifier, sql } from '../sql/sql';
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

export function renderCreateSchema({ namespace }: CreateSchema): readonly Statement[] {
  return [
    statement(`Create schema ${namespace.name}`, sql`CREATE SCHEMA ${identifier(namespace.name)}`),
    ...commentStatements({ kind: 'namespace', name: namespace.name }, namespace.comment),
  ];
}

export function renderDropSchema({ namespace }: DropSchema): readonly Statement[] {
  return [statement(`Drop schema ${namespace.name}`, sql`DROP SCHEMA ${identifier(namespace.name)}`)];
}

export function reverseCreateSchema({ namespace }: CreateSchema): DropSchema {
  return { kind: 'dropSchema', namespace };
}

export function reverseDropSchema({ namespace }: DropSchema): CreateSchema {
  return { kind: 'createSchema', namespace };
}
