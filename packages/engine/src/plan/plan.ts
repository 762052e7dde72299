import type { Statement } from '../operations/statement';

/** What becomes of a wish to turn one schema into another. */
export type Plan =
  | { readonly kind: 'empty'; readonly notes: readonly string[] }
  | ReadyPlan
  | {
      readonly kind: 'needsAnswers';
      readonly questions: readonly Question[];
      /** What would be refused as well: so that everything can be said at once. */
      readonly refusals: readonly Refusal[];
      readonly notes: readonly string[];
    }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[]; readonly notes: readonly string[] };

/** A plan that was proven on scratch copies. */
export interface ReadyPlan {
  readonly kind: 'ready';
  readonly up: readonly Statement[];
  readonly down: readonly Statement[];
  /** The same, by the files that they belong in. */
  readonly files: readonly PlannedFile[];
  /** What was left alone, and what the way back cannot bring back. */
  readonly notes: readonly string[];
}

/** A migration of its own: `up` runs after those of the files before it, `down` before theirs. */
export interface PlannedFile {
  /** `false`: its statements run each by itself. */
  readonly transactional: boolean;
  readonly up: readonly Statement[];
  readonly down: readonly Statement[];
}

/** Something that only a person knows. */
export interface Question {
  /** `Is widgets.name the old widgets.widget_name?` */
  readonly text: string;
  /** The first that fits is to be taken. */
  readonly choices: readonly Choice[];
}

export interface Choice {
  /** `Yes: rename it`, `No: drop the old one` */
  readonly label: string;
  /** The option of `planMigration` that says so. */
  readonly option: 'renames' | 'allow' | 'backfills' | 'using' | 'labels';
  /** What to put in it. Where `isOpen`, an SQL expression belongs behind it. */
  readonly value: string;
  readonly isOpen: boolean;
}

/** Something that is not done unasked, or not done at all. */
export interface Refusal {
  readonly what: string;
  /** What to type or to write. */
  readonly next: string;
  /** The text for `allow` that lets it be done; `null` where it must be written by hand. */
  readonly consent: string | null;
  /** What the text for `renames` begins with (`widgets.color=`), where something is new that it could be under another name. */
  readonly rename?: string;
}
