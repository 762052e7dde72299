import type { QualifiedName } from './qualified-name';

/** A function, procedure, window function or aggregate. */
export interface Routine extends QualifiedName {
  readonly kind: 'function' | 'procedure' | 'window' | 'aggregate';
  /** What tells overloads apart, as `DROP FUNCTION` and `COMMENT ON` take it: `pg_get_function_identity_arguments`. */
  readonly identityArguments: string;
  /** With names and defaults. `CREATE OR REPLACE` may not change the names, nor take a default away. */
  readonly arguments: string;
  /** `null` for a procedure. `CREATE OR REPLACE` may not change it. */
  readonly result: string | null;
  readonly language: string;
  /** What stands behind `CREATE`, or `CREATE OR REPLACE`: `FUNCTION f() …`, as `pg_get_functiondef` says it; `AGGREGATE …`. */
  readonly definition: string;
  readonly comment: string | null;
}
