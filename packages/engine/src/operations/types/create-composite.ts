import { compositeAddresses } from '../../schema/addresses';
import type { CompositeAttribute, CompositeType } from '../../schema/user-type';
import { identifier, join, qualified, type Sql, sql, trusted } from '../../sql/sql';
import { collate } from '../columns/render-column';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Accessible, giveAccess } from '../give-access';
import { commentStatements } from '../set-comment';
import { type Statement, statement } from '../statement';

export interface CreateComposite extends Accessible {
  readonly kind: 'createComposite';
  readonly type: CompositeType;
}

export interface DropComposite extends Accessible {
  readonly kind: 'dropComposite';
  readonly type: CompositeType;
}

function renderCreateComposite({ type, access }: CreateComposite): readonly Statement[] {
  const { schema, name, attributes, comment } = type;
  return [
    statement(
      `Create type ${displayName(type)}`,
      sql`CREATE TYPE ${qualified(schema, name)} AS (${join(attributes.map(renderAttribute))})`,
    ),
    ...commentStatements({ kind: 'composite', schema, name }, comment),
    ...attributes.flatMap((attribute) =>
      commentStatements({ kind: 'column', schema, relation: name, name: attribute.name }, attribute.comment),
    ),
    ...giveAccess(access),
  ];
}

function renderDropComposite({ type }: DropComposite): readonly Statement[] {
  return [statement(`Drop type ${displayName(type)}`, sql`DROP TYPE ${qualified(type.schema, type.name)}`)];
}

export function renderAttribute({ name, type, collation }: CompositeAttribute): Sql {
  return join([identifier(name), trusted(type.text), collate(collation)], ' ');
}

export const createComposite: Definition<CreateComposite, DropComposite> = {
  render: renderCreateComposite,
  reverse: (operation) => ({ ...operation, kind: 'dropComposite' }),
  effects: (operation) => ({ creates: compositeAddresses(operation.type) }),
};

export const dropComposite: Definition<DropComposite, CreateComposite> = {
  render: renderDropComposite,
  reverse: (operation) => ({ ...operation, kind: 'createComposite' }),
  effects: (operation) => ({ removes: compositeAddresses(operation.type) }),
};
