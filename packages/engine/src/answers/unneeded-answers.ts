import type { Operation } from '../operations/operation';
import { columnKey } from '../schema/name-key';
import type { Answers } from './answers';
import type { Consents } from './consents';
import { ownerAndPart } from './name-path';
import type { ResolvedDecisions } from './resolve-decisions';

export interface AnswersTaken {
  readonly answers: Answers;
  readonly consents: Consents;
  readonly decided: ResolvedDecisions;
  readonly defaultSchema: string;
}

/** What was answered and not asked, a line each: it may be misspelt. Told when everything was asked. */
export function unneededAnswers(
  { answers, consents, decided, defaultSchema }: AnswersTaken,
  operations: readonly Operation[],
): readonly string[] {
  const lost = new Set(
    operations.flatMap((operation) =>
      operation.kind === 'rebuildEnum'
        ? operation.map.there.map(({ from }) => columnKey(operation.type, from))
        : [],
    ),
  );
  return [
    ...consents
      .unneeded()
      .map((text) => `allow '${text}' was not needed: nothing of that kind and name asks for it.`),
    ...decided
      .unneeded()
      .map(({ option, text }) =>
        option === 'using'
          ? `using '${text}' was not needed, and converts nothing: the column keeps its type, or is new.`
          : `backfill '${text}' was not needed, and fills nothing: the column may be NULL, or had a value before.`,
      ),
    ...answers.labels.flatMap(({ text, path }) => {
      const { owner, part } = ownerAndPart(path, defaultSchema);
      return lost.has(columnKey(owner, part))
        ? []
        : [`map '${text}' was not needed, and changes no row: the enum loses no such label.`];
    }),
  ];
}
