import type { Extension } from '../schema/extension';
import { identifier, sql } from '../sql/sql';
import type { Definition } from './definition';
import { type Statement, statement } from './statement';

export interface CreateExtension {
  readonly kind: 'createExtension';
  readonly extension: Extension;
}

export interface DropExtension {
  readonly kind: 'dropExtension';
  readonly extension: Extension;
}

/** Whoever connects first may have installed it: TypeORM does so for some types, unasked. */
function renderCreateExtension({ extension }: CreateExtension): readonly Statement[] {
  const { name, schema } = extension;
  return [
    statement(
      `Install extension ${name}, where it is not there yet`,
      sql`CREATE EXTENSION IF NOT EXISTS ${identifier(name)} WITH SCHEMA ${identifier(schema)}`,
    ),
  ];
}

function renderDropExtension({ extension }: DropExtension): readonly Statement[] {
  return [statement(`Remove extension ${extension.name}`, sql`DROP EXTENSION ${identifier(extension.name)}`)];
}

export const createExtension: Definition<CreateExtension, DropExtension> = {
  render: renderCreateExtension,
  reverse: (operation) => ({ ...operation, kind: 'dropExtension' }),
  effects: (operation) => ({ creates: [{ kind: 'extension', name: operation.extension.name }] }),
};

export const dropExtension: Definition<DropExtension, CreateExtension> = {
  render: renderDropExtension,
  reverse: (operation) => ({ ...operation, kind: 'createExtension' }),
  effects: (operation) => ({ removes: [{ kind: 'extension', name: operation.extension.name }] }),
};
