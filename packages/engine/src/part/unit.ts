import { sequenceOf } from '../schema/column';
import type { ForeignKey } from '../schema/constraint';
import { nameKey } from '../schema/name-key';
import { addressKey, type NamedAddress, type ObjectAddress } from '../schema/object-address';
import type { QualifiedName } from '../schema/qualified-name';
import type { Schema } from '../schema/schema';
import type { Table } from '../schema/table';
import type { TypeormMetadataRow } from '../schema/typeorm-metadata';

/**
 * Names what is in a part of a schema or not in it, as a whole: a table with all that is its own but its foreign keys,
 * one foreign key, a view, a type, a function. So a table can be there without all the tables that it points at.
 */
export type UnitKey = string;

export function foreignKeyUnit({ schema, name }: QualifiedName, constraint: string): UnitKey {
  return `foreignKey ${JSON.stringify([schema, name, constraint])}`;
}

export function namedUnit(kind: NamedAddress['kind'], { schema, name }: QualifiedName): UnitKey {
  return addressKey({ kind, schema, name });
}

/** A row of TypeORM's table is of a generated column, by its table, or of a view, by its name. */
export function metadataUnits({ schema, table, name }: TypeormMetadataRow): readonly UnitKey[] {
  const of = { schema: schema ?? '', name: table ?? name ?? '' };
  return (['table', 'view', 'materializedView'] as const).map((kind) => namedUnit(kind, of));
}

export function foreignKeysOf(table: Table): readonly ForeignKey[] {
  return table.constraints.filter((constraint): constraint is ForeignKey => constraint.kind === 'foreignKey');
}

const books = new WeakMap<Schema, UnitBook>();

/** Finds the unit that an address of this schema belongs to. */
export class UnitBook {
  static of(schema: Schema): UnitBook {
    const known = books.get(schema);
    if (known !== undefined) return known;
    const book = new UnitBook(schema);
    books.set(schema, book);
    return book;
  }

  readonly #relations = new Map<string, UnitKey>();
  readonly #indexes = new Map<string, UnitKey>();
  readonly #ownedSequences = new Map<string, UnitKey>();
  readonly #foreignKeys = new Set<UnitKey>();

  private constructor(schema: Schema) {
    for (const table of schema.tables) {
      const unit = namedUnit('table', table);
      this.#relations.set(nameKey(table), unit);
      for (const { name } of table.indexes) this.#indexes.set(nameKey({ schema: table.schema, name }), unit);
      for (const { name } of foreignKeysOf(table)) this.#foreignKeys.add(foreignKeyUnit(table, name));
      for (const { value } of table.columns) {
        const sequence = sequenceOf(value);
        if (sequence !== null) this.#ownedSequences.set(nameKey(sequence), unit);
      }
    }
    for (const view of schema.views) this.#relations.set(nameKey(view), namedUnit('view', view));
    for (const type of schema.composites) this.#relations.set(nameKey(type), namedUnit('composite', type));
    for (const view of schema.materializedViews) {
      const unit = namedUnit('materializedView', view);
      this.#relations.set(nameKey(view), unit);
      for (const { name } of view.indexes) this.#indexes.set(nameKey({ schema: view.schema, name }), unit);
    }
  }

  unitOf(address: ObjectAddress): UnitKey {
    switch (address.kind) {
      case 'namespace':
      case 'extension':
      case 'table':
      case 'view':
      case 'materializedView':
      case 'enum':
      case 'domain':
      case 'composite':
      case 'range':
      case 'statistics':
      case 'routine':
        return addressKey(address);
      case 'sequence':
        return this.#ownedSequences.get(nameKey(address)) ?? addressKey(address);
      case 'index':
        return this.#indexes.get(nameKey(address)) ?? addressKey(address);
      case 'constraint': {
        const foreignKey = foreignKeyUnit({ schema: address.schema, name: address.relation }, address.name);
        return this.#foreignKeys.has(foreignKey) ? foreignKey : this.#relationUnit(address);
      }
      case 'column':
      case 'default':
      case 'trigger':
      case 'policy':
      case 'rule':
        return this.#relationUnit(address);
    }
  }

  #relationUnit({ schema, relation }: { readonly schema: string; readonly relation: string }): UnitKey {
    const name = { schema, name: relation };
    return this.#relations.get(nameKey(name)) ?? namedUnit('table', name);
  }
}
