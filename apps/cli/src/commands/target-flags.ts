import type { PatienceFlags } from './read-patience';

export interface TargetFlags extends PatienceFlags {
  readonly to: string;
  readonly plan?: boolean;
  readonly sql?: boolean;
  readonly rehearse?: boolean;
}
