import { RetortError } from '../errors/retort-error';

export type AnswerOption = 'rename' | 'allow' | 'backfill' | 'using' | 'map';

/** Why an answer cannot be used. */
export interface AnswerProblem {
  readonly option: AnswerOption;
  readonly answer: string;
  readonly says: string;
}

/** The failure that tells every wrong answer, and how those of its kind are written. */
export function answersError(problems: readonly AnswerProblem[]): RetortError {
  const wrong = new Set(problems.map(({ option }) => option));
  const examples = Object.entries(written).flatMap(([option, example]) =>
    [...wrong].some((each) => each === option) ? [example] : [],
  );
  return new RetortError({
    kind: 'settings',
    what:
      problems.length === 1
        ? 'An answer cannot be used.'
        : `${problems.length} of the answers cannot be used.`,
    at: problems.map(({ option, answer, says }) => `${option} '${answer}': ${says}`).join('\n'),
    next: `Write ${problems.length === 1 ? 'it' : 'them'} as ${examples.join(' ')}, quoting names that hold dots or spaces: "odd.name".column`,
  });
}

const written: { readonly [K in AnswerOption]: string } = {
  rename: 'RENAME="widgets.widget_name=name old_table=new_table"',
  allow: 'ALLOW="drop-column:widgets.color"',
  backfill: `BACKFILL="users.name='unknown'"`,
  using: 'USING="users.age=age::integer"',
  map: 'MAP="mood.sad=unhappy"',
};
