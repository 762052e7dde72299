import type { NamedAddress, ObjectAddress, PartAddress } from '../schema/object-address';
import type { QualifiedName } from '../schema/qualified-name';
import type { CatalogObjects } from './catalog-objects';

/** The addresses of what was read, by catalog table and oid. */
export class AddressBook {
  readonly #addresses = new Map<string, ObjectAddress>();
  readonly #columns = new Map<string, string>();

  constructor(objects: CatalogObjects) {
    for (const { oid, value } of objects.extensions) {
      this.#add('pg_extension', oid, { kind: 'extension', name: value.name });
    }
    for (const { oid, value } of objects.namespaces) {
      this.#add('pg_namespace', oid, { kind: 'namespace', name: value.name });
    }
    for (const { oid, value } of objects.routines) {
      const { schema, name, identityArguments } = value;
      this.#add('pg_proc', oid, { kind: 'routine', schema, name, identityArguments });
    }
    this.#addTypes(objects);
    this.#addRelations(objects);
    for (const { oid, value } of objects.statistics) {
      this.#addNamed('pg_statistic_ext', oid, 'statistics', value);
    }
  }

  /** `undefined` for what is not in the model. */
  find(catalogTable: string, oid: number, attribute: number): ObjectAddress | undefined {
    const address = this.#addresses.get(`${catalogTable} ${oid}`);
    const column = this.#columns.get(`${oid} ${attribute}`);
    return catalogTable !== 'pg_class' ||
      column === undefined ||
      address === undefined ||
      !('schema' in address)
      ? address
      : { kind: 'column', schema: address.schema, relation: address.name, name: column };
  }

  #addTypes({ enums, domains, ranges }: CatalogObjects): void {
    for (const { oid, value } of enums) {
      this.#addNamed('pg_type', oid, 'enum', value);
    }
    for (const { oid, value, checks } of domains) {
      this.#addNamed('pg_type', oid, 'domain', value);
      for (const check of checks) {
        this.#addNamed('pg_constraint', check, 'domain', value);
      }
    }
    for (const { oid, value, multirange } of ranges) {
      this.#addNamed('pg_type', oid, 'range', value);
      this.#addNamed('pg_type', multirange, 'range', value);
    }
  }

  #addRelations(objects: CatalogObjects): void {
    for (const sequence of objects.sequences) {
      this.#addNamed('pg_class', sequence.oid, 'sequence', sequence);
    }
    const relations = new Map(objects.relations.map((relation) => [relation.oid, relation]));
    for (const relation of objects.relations) {
      this.#addNamed('pg_class', relation.oid, relation.kind, relation);
      this.#addNamed('pg_type', relation.rowType, relation.kind, relation);
      if (relation.viewRule !== null) {
        this.#addNamed('pg_rewrite', relation.viewRule, relation.kind, relation);
      }
    }
    const addPart = (
      catalogTable: string,
      oid: number,
      kind: PartAddress['kind'],
      relation: number,
      name: string,
    ) => {
      const owner = relations.get(relation);
      if (owner !== undefined) {
        this.#add(catalogTable, oid, { kind, schema: owner.schema, relation: owner.name, name });
      }
    };
    for (const { relation, attribute, defaultOid, value } of objects.columns) {
      this.#columns.set(`${relation} ${attribute}`, value.name);
      if (defaultOid !== null) {
        addPart('pg_attrdef', defaultOid, 'default', relation, value.name);
      }
    }
    for (const { oid, relation, index, value } of objects.constraints) {
      addPart('pg_constraint', oid, 'constraint', relation, value.name);
      if (index !== null) {
        addPart('pg_class', index, 'constraint', relation, value.name);
      }
    }
    for (const { oid, relation, value } of objects.indexes) {
      const schema = relations.get(relation)?.schema ?? '';
      this.#addNamed('pg_class', oid, 'index', { schema, name: value.name });
    }
    for (const [catalogTable, kind, parts] of [
      ['pg_trigger', 'trigger', objects.triggers],
      ['pg_rewrite', 'rule', objects.rules],
      ['pg_policy', 'policy', objects.policies],
    ] as const) {
      for (const { oid, relation, value } of parts) {
        addPart(catalogTable, oid, kind, relation, value.name);
      }
    }
  }

  #addNamed(
    catalogTable: string,
    oid: number,
    kind: NamedAddress['kind'],
    { schema, name }: QualifiedName,
  ): void {
    this.#add(catalogTable, oid, { kind, schema, name });
  }

  #add(catalogTable: string, oid: number, address: ObjectAddress): void {
    this.#addresses.set(`${catalogTable} ${oid}`, address);
  }
}
