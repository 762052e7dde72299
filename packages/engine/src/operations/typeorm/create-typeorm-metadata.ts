import { tableAddress } from '../../schema/dependency-edges';
import type { QualifiedName } from '../../schema/qualified-name';
import { qualified, sql } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Statement, statement } from '../statement';

/** TypeORM's own table for the expressions of views and generated columns, made as TypeORM makes it. */
export interface CreateTypeormMetadata {
  readonly kind: 'createTypeormMetadata';
  readonly table: QualifiedName;
}

export interface DropTypeormMetadata {
  readonly kind: 'dropTypeormMetadata';
  readonly table: QualifiedName;
}

function renderCreateTypeormMetadata({ table }: CreateTypeormMetadata): readonly Statement[] {
  return [
    statement(
      `Create TypeORM's table ${displayName(table)}`,
      sql`CREATE TABLE ${qualified(table.schema, table.name)} (
  "type" character varying NOT NULL,
  "database" character varying,
  "schema" character varying,
  "table" character varying,
  "name" character varying,
  "value" text
)`,
    ),
  ];
}

function renderDropTypeormMetadata({ table }: DropTypeormMetadata): readonly Statement[] {
  return [
    statement(
      `Drop TypeORM's table ${displayName(table)}`,
      sql`DROP TABLE ${qualified(table.schema, table.name)}`,
    ),
  ];
}

export const createTypeormMetadata: Definition<CreateTypeormMetadata, DropTypeormMetadata> = {
  render: renderCreateTypeormMetadata,
  reverse: (operation) => ({ ...operation, kind: 'dropTypeormMetadata' }),
  effects: (operation) => ({ creates: [tableAddress(operation.table)] }),
};

export const dropTypeormMetadata: Definition<DropTypeormMetadata, CreateTypeormMetadata> = {
  render: renderDropTypeormMetadata,
  reverse: (operation) => ({ ...operation, kind: 'createTypeormMetadata' }),
  effects: (operation) => ({ removes: [tableAddress(operation.table)] }),
};
