/** A name and the schema that it lives in, both as the catalog has them: unquoted. */
export interface QualifiedName {
  readonly schema: string;
  readonly name: string;
}
