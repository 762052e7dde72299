import type { CatalogColumn } from './read-columns';

/** The names of columns by the oid of their relation and their number. */
export class AttributeNames {
  readonly #names: ReadonlyMap<string, string>;

  constructor(columns: readonly CatalogColumn[]) {
    this.#names = new Map(
      columns.map(({ relation, attribute, value }) => [`${relation} ${attribute}`, value.name]),
    );
  }

  of(relation: number, attribute: number): string {
    const name = this.#names.get(`${relation} ${attribute}`);
    if (name === undefined) {
      throw new Error(`pg_attribute has no column ${attribute} of relation ${relation}`);
    }
    return name;
  }

  all(relation: number, attributes: readonly number[]): string[] {
    return attributes.map((attribute) => this.of(relation, attribute));
  }
}
