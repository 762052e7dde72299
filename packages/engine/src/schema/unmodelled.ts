/** Something that a schema holds and that is not compared: a foreign table, a collation, an operator, a publication… */
export interface Unmodelled {
  /** In Postgres's words: `foreign table`, `text search configuration`. */
  readonly kind: string;
  /** As `pg_identify_object` spells it: qualified and quoted. */
  readonly name: string;
}

/** The same for the same thing, another for any other. */
export function unmodelledKey({ kind, name }: Unmodelled): string {
  return `${kind} ${name}`;
}
