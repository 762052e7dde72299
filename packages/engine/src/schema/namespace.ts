/** What `CREATE SCHEMA` makes. */
export interface Namespace {
  readonly name: string;
  readonly comment: string | null;
}
