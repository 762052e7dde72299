import type { FoundDesired } from '../desired/find-desired';
import type { Planned } from '../pipeline/plan-between';
import type { Origin } from '../prove/origin';
import type { Schema } from '../schema/schema';
import type { CompareOptions } from './compare-options';
import type { Workbench } from './workbench';

export interface Changes extends Planned {
  /** What the history made. */
  readonly origin: Origin;
  /** What was not known: whether the history was replayed, and how much of the desired schema was made. */
  readonly asked: { readonly replayed: boolean; readonly made: FoundDesired['made'] };
  /** The text of `schema.sql` for a schema. */
  readonly renderSchema: (schema: Schema) => string;
  /** Remembers what the history makes with these files, to which a plan was written. */
  readonly keep: (written: readonly string[], schema: Schema) => void;
}

export interface PlanChangesOptions extends CompareOptions {
  /** What was opened on `server` before the rest was known, and is not used for anything else. */
  readonly workbench?: Promise<Workbench> | undefined;
}
