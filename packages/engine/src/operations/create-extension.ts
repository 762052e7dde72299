import type { Extension } from '../schema/extension';
import { identifier, sql } from '../sql/sql';
import { type Statement, statement } from './statement';

export interface CreateExtension {
  readonly kind: 'createExtension';
  readonly extension: Extension;
}

export interface DropExtension {
  readonly kind: 'dropExtension';
  readonly extension: Extension;
}

export function renderCreateExtension({ extension }: CreateExtension): readonly Statement[] {
  const { name, schema } = extension;
  return [
    statement(
      `Install extension ${name}`,
      sql`CREATE EXTENSION ${identifier(name)} WITH SCHEMA ${identifier(schema)}`,
    ),
  ];
}

export function renderDropExtension({ extension }: DropExtension): readonly Statement[] {
  return [statement(`Remove extension ${extension.name}`, sql`DROP EXTENSION ${identifier(extension.name)}`)];
}

export function reverseCreateExtension({ extension }: CreateExtension): DropExtension {
  return { kind: 'dropExtension', extension };
}

export function reverseDropExtension({ extension }: DropExtension): CreateExtension {
  return { kind: 'createExtension', extension };
}
