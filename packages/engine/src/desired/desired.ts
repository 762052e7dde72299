import type { QualifiedName } from '../schema/qualified-name';
import type { Schema } from '../schema/schema';

/** What the entities and the declared SQL mean. */
export interface Desired {
  readonly schema: Schema;
  readonly unmanaged: Unmanaged;
  /** What TypeORM warned of. */
  readonly warnings: readonly string[];
}

/** What the entities name and TypeORM was told to leave alone (`synchronize: false`). */
export interface Unmanaged {
  readonly tables: readonly QualifiedName[];
  readonly enums: readonly QualifiedName[];
  readonly indexes: readonly {
    readonly schema: string;
    readonly table: string;
    readonly name: string;
  }[];
}
