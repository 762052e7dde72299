import { answersError } from '../answers/answer-problem';
import { Consents } from '../answers/consents';
import { resolveDecisions } from '../answers/resolve-decisions';
import { unneededAnswers } from '../answers/unneeded-answers';
import { leaveOutUnmanaged } from '../desired/leave-out-unmanaged';
import { diffSchemas } from '../diff/diff-schemas';
import type { Operation } from '../operations/operation';
import type { Statement } from '../operations/statement';
import { findPart, type Part } from '../part/find-part';
import { restrictSchema } from '../part/restrict-schema';
import type { Doubt, Settled } from '../plan/doubts/doubt';
import { findDoubts } from '../plan/doubts/find-doubts';
import { stepsOfStatement } from '../plan/doubts/keys-to-new-tables';
import { findRefusals } from '../plan/find-refusals';
import { keepWhatNobodyMade } from '../plan/keep-what-nobody-made';
import { type OpenPoints, openPoints } from '../plan/open-points';
import { planRenames } from '../plan/renames/plan-renames';
import { renameQuestions } from '../plan/renames/rename-questions';
import { readRenamed } from '../prove/read-renamed';
import type { Schema } from '../schema/schema';
import type { ScratchSlot } from '../scratch/scratch-slot';

import type { ChangeToPlan } from './change-to-plan';

/** What is to be changed, and what has to be known before it is. */
export interface Wish {
  readonly from: Schema;
  readonly to: Schema;
  /** What the plan can touch: the rest need not be compared again, nor put in order. */
  readonly part: Part;
  /** That part, with the names that it will have, and as it shall be. */
  readonly before: Schema;
  readonly after: Schema;
  readonly renames: readonly Operation[];
  readonly changes: readonly Operation[];
  /** Both, in order. */
  readonly operations: readonly Operation[];
  readonly doubts: readonly Doubt[];
  /** What was answered and not asked. */
  readonly unneeded: readonly string[];
  /** What to do where a statement needs more than one plan. */
  readonly steps: (statement: Statement) => string | undefined;
  readonly openPoints: (settled: readonly Settled[]) => OpenPoints;
}

/** @throws RetortError where an answer is about nothing that is there. */
export async function readWish(
  { origin, desired, answers, defaultSchema, read }: ChangeToPlan,
  slot: ScratchSlot,
): Promise<Wish> {
  const managed = (schema: Schema) => leaveOutUnmanaged(schema, desired.unmanaged);
  const from = managed(origin.schema);
  const wanted = keepWhatNobodyMade(from, desired.schema);

  const consents = new Consents(answers, defaultSchema);
  const decided = resolveDecisions(answers, wanted, defaultSchema);
  const { decisions, problems } = decided;
  const renames = planRenames(answers, from, wanted, defaultSchema);
  const allProblems = [...problems, ...renames.problems];
  if (allProblems.length > 0) throw answersError(allProblems);

  const renamed =
    renames.operations.length === 0
      ? from
      : managed(await readRenamed({ origin, operations: renames.operations, read, slot }));
  // What is kept in a schema that gets another name is kept there.
  const to = renamed === from ? wanted : keepWhatNobodyMade(renamed, desired.schema, from);
  const part = findPart({ from, to, around: origin.schema, renamed });
  const [before, after] = [restrictSchema(renamed, part), restrictSchema(to, part)];
  const { operations: changes, unsupported } = diffSchemas(before, after, decisions);
  const operations = [...renames.operations, ...changes];

  const asked = renameQuestions(from, to, renames, consents);
  const doubts = findDoubts(changes, decisions.using, to.enums, consents).filter(
    ({ table }) => !asked.isUnsettled(table),
  );
  const refused = findRefusals(operations, consents);
  return {
    from,
    to,
    part,
    before,
    after,
    renames: renames.operations,
    changes,
    operations,
    doubts,
    unneeded: unneededAnswers({ answers, consents, decided, defaultSchema }, operations),
    steps: (statement) => stepsOfStatement(statement, operations, consents),
    openPoints: (settled) => openPoints(asked.questions, refused, unsupported, settled, consents),
  };
}
