import type { Choice, Plan, Question, Refusal } from '@retort/engine';
import { quote } from './quote';

const flags = {
  renames: ['RENAME', '--rename'],
  allow: ['ALLOW', '--allow'],
  backfills: ['BACKFILL', '--backfill'],
  using: ['USING', '--using'],
  labels: ['MAP', '--map'],
} as const satisfies { readonly [K in Choice['option']]: readonly [variable: string, flag: string] };

/** Each question, with what to type for each answer: a variable of make, or a flag of retort. */
export function formatQuestions(questions: readonly Question[]): readonly string[] {
  return questions.flatMap(({ text, choices }) => [
    text,
    ...choices.map(
      ({ label, option, value, isOpen }) => `  ${label}: ${typed(option, isOpen ? `${value}…` : value)}`,
    ),
    '',
  ]);
}

/** Each refusal, with the consent to type or the edit to make. */
export function formatRefusals(refusals: readonly Refusal[]): readonly string[] {
  return toldRefusals(refusals).flatMap(({ what, next }) => [`refused  ${what}`, `next     ${next}`, '']);
}

/** The same, for a program: what to do next is said as it is typed here. */
export function toldRefusals(refusals: readonly Refusal[]): readonly Refusal[] {
  return refusals.map((refusal) => {
    const { consent, rename } = refusal;
    if (consent === null) return refusal;
    const renamed =
      rename === undefined ? '' : `; where it has another name now: ${typed('renames', `${rename}…`)}`;
    return { ...refusal, next: `${typed('allow', consent)}${renamed}` };
  });
}

export function toldPlan(plan: Plan): Plan {
  return 'refusals' in plan ? { ...plan, refusals: toldRefusals(plan.refusals) } : plan;
}

/** What consents to all that was refused, with what was consented to already: nothing where that is not enough, or said before. */
export function formatConsents(refusals: readonly Refusal[], given: readonly string[]): string | undefined {
  const consents = [...given, ...refusals.map(({ consent }) => consent)];
  return consents.length < 2 || consents.includes(null) ? undefined : typed('allow', consents.join(' '));
}

function typed(option: Choice['option'], value: string): string {
  const [variable, flag] = flags[option];
  return `${variable}=${quote(value)} (retort: ${flag} ${quote(value)})`;
}
