import type { Consents } from '../answers/consents';
import type { Unsupported } from '../diff/change';
import type { Settled } from './doubts/doubt';
import type { Choice, Question, Refusal } from './plan';

export interface OpenPoints {
  readonly questions: readonly Question[];
  readonly refusals: readonly Refusal[];
}

/** What stands between the wish and a plan: what only a person knows, and what is not done unasked. */
export function openPoints(
  renames: readonly Question[],
  refusals: readonly Refusal[],
  unsupported: readonly Unsupported[],
  settled: readonly Settled[],
  consents: Consents,
): OpenPoints {
  const asked = new Set(renames.flatMap(({ choices }) => choices.map(({ value }) => value)));
  const fromRows = settled.map(settle);
  const conversions = unsupported.flatMap((change) => conversionQuestion(change, consents));
  return {
    questions: [...renames, ...conversions, ...fromRows.flatMap(({ questions }) => questions)],
    refusals: [
      // Whether it is dropped is asked along with what became of it.
      ...refusals.filter(({ consent }) => consent === null || !asked.has(consent)),
      ...unsupported.flatMap(({ what, write, using }): readonly Refusal[] =>
        using === undefined ? [{ what, next: write, consent: null }] : [],
      ),
      ...fromRows.flatMap(({ refusals: found }) => found),
    ],
  };
}

/** How the values of a column are converted, where an answer could tell. */
function conversionQuestion({ what, using }: Unsupported, consents: Consents): readonly Question[] {
  if (using === undefined) return [];
  const path = consents.path('convert', using.table, using.column);
  const likely = using.likely.map(
    ({ label, expression }): Choice => ({
      label,
      option: 'using',
      value: `${path}=${expression}`,
      isOpen: false,
    }),
  );
  const other: Choice = { label: 'By an SQL expression', option: 'using', value: `${path}=`, isOpen: true };
  return [{ text: `${what} How?`, choices: [...likely, other] }];
}

/** Where the rows have spoken, the choice that vouches for the opposite is not offered. */
function settle({ doubt, outcome }: Settled): OpenPoints {
  const answerable = doubt.choices.filter(({ option }) => option !== 'allow');
  switch (outcome.kind) {
    case 'none':
      // No row here; elsewhere there may be some, and what may have been renamed is never guessed.
      if (!doubt.choices.some(({ option }) => option === 'renames')) return { questions: [], refusals: [] };
      return { questions: [{ text: doubt.ask, choices: doubt.choices }], refusals: [] };
    case 'unknown':
      return { questions: [{ text: doubt.ask, choices: doubt.choices }], refusals: [] };
    case 'rows':
    case 'fails': {
      const found =
        outcome.kind === 'rows'
          ? outcome.count === 1
            ? `1 ${inSingular(doubt.about)}`
            : `${outcome.count} ${doubt.about}`
          : `${sentence(doubt.about)}: ${outcome.because}`;
      if (answerable.length === 0) {
        return { questions: [], refusals: [{ what: `${found}.`, next: doubt.byHand, consent: null }] };
      }
      // A conversion that loses something may be meant: that is consented to with open eyes.
      const choices = doubt.vouch.kind === 'convert' && outcome.kind === 'rows' ? doubt.choices : answerable;
      return { questions: [{ text: `${found}. ${doubt.ask}`, choices }], refusals: [] };
    }
  }
}

/** `rows of users have no email` → `row of users has no email`. */
function inSingular(about: string): string {
  return about
    .replace(/^(row|value)s\b/, '$1')
    .replace(/ (have|are) /, (_all, verb) => (verb === 'have' ? ' has ' : ' is '));
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
