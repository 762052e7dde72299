import type { Schema } from '../schema/schema';
import type { AnswerProblem } from './answer-problem';
import type { Answers, Rename } from './answers';
import { type ResolvedRename, resolveRename } from './resolved-rename';

export interface AnsweredRename {
  readonly answer: Rename;
  readonly rename: ResolvedRename;
}

export interface ResolvedRenames {
  readonly answered: readonly AnsweredRename[];
  readonly problems: readonly AnswerProblem[];
}

/** Finds what the renames name in `from`. A new name without a schema is in the schema of the old one, whatever that is called then. */
export function resolveRenames(answers: Answers, from: Schema, defaultSchema: string): ResolvedRenames {
  const problems: AnswerProblem[] = [];
  const found = answers.renames.flatMap((answer): readonly AnsweredRename[] => {
    const outcome = resolveRename(answer, from, defaultSchema);
    if (!('problem' in outcome)) return [{ answer, rename: outcome }];
    problems.push({ option: 'rename', answer: answer.text, says: outcome.problem });
    return [];
  });
  const schemas = new Map(
    found.flatMap(({ rename }) => (rename.kind === 'schema' ? [[rename.from, rename.to]] : [])),
  );
  return {
    problems,
    answered: found.map(({ answer, rename }) =>
      rename.kind === 'schema' || 'of' in rename || answer.to.length > 1
        ? { answer, rename }
        : {
            answer,
            rename: {
              ...rename,
              to: { ...rename.to, schema: schemas.get(rename.to.schema) ?? rename.to.schema },
            },
          },
    ),
  };
}
