/** A change of what SQL says. */
export interface SqlCase {
  readonly before: string;
  readonly after: string;
  /** The first Postgres that has it. */
  readonly since?: number;
  readonly labels?: readonly { readonly from: string; readonly to: string }[];
  readonly using?: string;
}
