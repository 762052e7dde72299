import type { AnswerTexts } from '../../src/answers/answers';
import type { Plan } from '../../src/plan/plan';

interface Answered {
  readonly answers: AnswerTexts;
  readonly plan: Plan;
}

/**
 * Plans until nothing is asked: everything may be dropped, nothing but `renames` is another under a new name, and what
 * wants an expression gets `sampleOf`. Refused is what no answer settles.
 */
export async function answerAll(
  renames: readonly string[],
  sampleOf: (place: string) => string,
  planWith: (answers: AnswerTexts) => Promise<Plan>,
): Promise<Answered> {
  const answers = {
    allow: [] as string[],
    using: [] as string[],
    backfills: [] as string[],
    labels: [] as string[],
    renames: [...renames],
  };
  const tell = (option: keyof typeof answers, answer: string) => {
    if (answers[option].includes(answer)) throw new Error(`${answer} does not settle it`);
    answers[option].push(answer);
  };
  for (;;) {
    const plan = await planWith(answers);
    if (plan.kind === 'empty' || plan.kind === 'ready') return { answers, plan };
    for (const { consent } of plan.refusals) {
      if (consent === null) {
        return { answers, plan: { kind: 'refused', refusals: plan.refusals, notes: plan.notes } };
      }
      tell('allow', consent);
    }
    if (plan.kind === 'refused') continue;
    for (const { text, choices } of plan.questions) {
      const open = choices.find(({ isOpen }) => isOpen);
      const closed = choices.findLast(({ option, isOpen }) => option !== 'renames' && !isOpen);
      if (open !== undefined) tell(open.option, `${open.value}${sampleOf(open.value)}`);
      else if (closed !== undefined) tell(closed.option, closed.value);
      else throw new Error(`there is no answer to ${text}`);
    }
  }
}
