import type { Schema } from '../schema/schema';
import type { AnswerProblem } from './answer-problem';
import type { Answers, Rename } from './answers';
import { lastName } from './name-path';
import { type ResolvedRename, resolveRename } from './resolved-rename';

export interface AnsweredRename {
  readonly answer: Rename;
  readonly rename: ResolvedRename;
}

export interface ResolvedRenames {
  readonly answered: readonly AnsweredRename[];
  readonly problems: readonly AnswerProblem[];
}

/**
 * Finds what the renames name in `from`; a column or label may be named with the name that its table or type gets. A new
 * name without a schema is in the schema of the old one, whatever that is called then. What follows from the answers, and
 * is none itself, names a part's owner too.
 */
export function resolveRenames(
  answers: Answers,
  from: Schema,
  defaultSchema: string,
  followed: readonly ResolvedRename[] = [],
): ResolvedRenames {
  const problems: AnswerProblem[] = [];
  const resolve = (answer: Rename) => {
    const outcome = resolveRename(answer, from, defaultSchema);
    const underOldName =
      'problem' in outcome ? withOldOwner(answer, { answers, from, defaultSchema, followed }) : undefined;
    return underOldName === undefined ? outcome : resolveRename(underOldName, from, defaultSchema);
  };
  const found = answers.renames.flatMap((answer): readonly AnsweredRename[] => {
    const outcome = resolve(answer);
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

/** The rename of a part, by what its owner was called before another of the renames. */
function withOldOwner(
  answer: Rename,
  {
    answers,
    from,
    defaultSchema,
    followed,
  }: {
    readonly answers: Answers;
    readonly from: Schema;
    readonly defaultSchema: string;
    readonly followed: readonly ResolvedRename[];
  },
): Rename | undefined {
  const part = lastName(answer.from);
  const [schema, name] = [defaultSchema, ...answer.from.slice(0, -1)].slice(-2);
  const others = answers.renames.filter((other) => other !== answer);
  for (const owner of [...others.map((other) => resolveRename(other, from, defaultSchema)), ...followed]) {
    if ('problem' in owner || (owner.kind !== 'table' && owner.kind !== 'type')) continue;
    if (owner.to.schema !== schema || owner.to.name !== name) continue;
    return { ...answer, from: [owner.from.schema, owner.from.name, part] };
  }
  return undefined;
}
