import { columnAddress } from '../../schema/dependency-edges';
import { nameOnly } from '../../schema/name-key';
import type { QualifiedName } from '../../schema/qualified-name';
import type { CompositeAttribute } from '../../schema/user-type';
import { identifier, qualified, sql } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { commentStatements } from '../set-comment';
import { type Statement, statement } from '../statement';
import { renderAttribute } from './create-composite';

export interface AddAttribute {
  readonly kind: 'addAttribute';
  readonly type: QualifiedName;
  readonly attribute: CompositeAttribute;
}

export interface DropAttribute {
  readonly kind: 'dropAttribute';
  readonly type: QualifiedName;
  readonly attribute: CompositeAttribute;
}

function renderAddAttribute({ type, attribute }: AddAttribute): readonly Statement[] {
  const { schema, name } = type;
  return [
    statement(
      `Add attribute ${attribute.name} to type ${displayName(type)}`,
      sql`ALTER TYPE ${qualified(schema, name)} ADD ATTRIBUTE ${renderAttribute(attribute)}`,
    ),
    ...commentStatements({ kind: 'column', schema, relation: name, name: attribute.name }, attribute.comment),
  ];
}

function renderDropAttribute({ type, attribute }: DropAttribute): readonly Statement[] {
  return [
    statement(
      `Drop attribute ${attribute.name} of type ${displayName(type)}`,
      sql`ALTER TYPE ${qualified(type.schema, type.name)} DROP ATTRIBUTE ${identifier(attribute.name)}`,
      { note: `The values of ${attribute.name} are gone.` },
    ),
  ];
}

export const addAttribute: Definition<AddAttribute, DropAttribute> = {
  render: renderAddAttribute,
  reverse: (operation) => ({ ...operation, kind: 'dropAttribute' }),
  effects: (operation) => ({
    creates: [columnAddress(operation.type, operation.attribute.name)],
    alters: [{ kind: 'composite', ...nameOnly(operation.type) }],
  }),
};

export const dropAttribute: Definition<DropAttribute, AddAttribute> = {
  render: renderDropAttribute,
  reverse: (operation) => ({ ...operation, kind: 'addAttribute' }),
  effects: (operation) => ({
    removes: [columnAddress(operation.type, operation.attribute.name)],
    alters: [{ kind: 'composite', ...nameOnly(operation.type) }],
  }),
};
