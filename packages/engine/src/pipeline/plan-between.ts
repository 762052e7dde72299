import { answersError } from '../answers/answer-problem';
import type { Answers } from '../answers/answers';
import { blameExpression } from '../answers/blame-expression';
import { Consents } from '../answers/consents';
import { resolveDecisions } from '../answers/resolve-decisions';
import { unneededAnswers } from '../answers/unneeded-answers';
import type { Desired } from '../desired/desired';
import { leaveOutUnmanaged } from '../desired/leave-out-unmanaged';
import { diffSchemas } from '../diff/diff-schemas';
import { needsThatGoAlong } from '../diff/refuse-under-unmodelled';
import { type Operation, renderOperation } from '../operations/operation';
import type { Statement } from '../operations/statement';
import { orderOperations } from '../order/order-operations';
import { findPart, type Part } from '../part/find-part';
import { restrictSchema } from '../part/restrict-schema';
import { accessNotGiven } from '../plan/access-not-given';
import type { Doubt, Settled } from '../plan/doubts/doubt';
import { findDoubts } from '../plan/doubts/find-doubts';
import { stepsOfStatement } from '../plan/doubts/keys-to-new-tables';
import { findRefusals } from '../plan/find-refusals';
import { keepWhatNobodyMade } from '../plan/keep-what-nobody-made';
import { onlineForms } from '../plan/online-forms';
import { type OpenPoints, openPoints } from '../plan/open-points';
import type { Plan } from '../plan/plan';
import { planRenames } from '../plan/renames/plan-renames';
import { renameQuestions } from '../plan/renames/rename-questions';
import { renderPlan } from '../plan/render-plan';
import { explainRehearsal } from '../prove/explain-rehearsal';
import type { Origin } from '../prove/origin';
import { provePlan } from '../prove/prove-plan';
import { readRenamed } from '../prove/read-renamed';
import { type LiveOptions, withLive } from '../prove/with-live';
import type { ReadOptions } from '../read/read-schema';
import { together } from '../read/together';
import type { Schema } from '../schema/schema';
import { unmodelledKey } from '../schema/unmodelled';
import type { UnmodelledNeed } from '../schema/unmodelled-need';
import type { ScratchSlot } from '../scratch/scratch-slot';

export interface Change {
  readonly origin: Origin;
  readonly desired: Desired;
  readonly answers: Answers;
  /** The schema of names that have none. */
  readonly defaultSchema: string;
  readonly online: boolean | undefined;
  /** The database in use, with rows. */
  readonly live: LiveOptions['database'] | undefined;
  readonly read: ReadOptions;
  readonly signal?: AbortSignal | undefined;
}

/** What is proven, and all that is there once it was carried out; `null` where it is not to be carried out. */
export interface Planned {
  readonly plan: Plan;
  readonly next: Schema | null;
}

/** Plans the way from what a history made to what is desired, and proves it. */
export async function planBetween(change: Change, slot: ScratchSlot): Promise<Planned> {
  const { origin, desired, live: database, read, signal } = change;
  const wish = await readWish(change, slot);
  const { from, to, part, renames, operations, doubts } = wish;
  const { unmanaged } = desired;
  const planAndProve = async () => {
    // The connection that makes it may be the one on which the database in use is asked, in a transaction.
    await slot.ready();
    const planned = planFiles(wish, change.online);
    const proof = provePlan({ origin, from, to, part, files: planned.files, unmanaged, read, slot });
    return { ...planned, proof };
  };
  const early = doubts.length === 0 ? wish.openPoints([]) : undefined;
  const isSettled = early !== undefined && early.questions.length + early.refusals.length === 0;
  let proven: Awaited<ReturnType<typeof planAndProve>> | undefined;
  if (isSettled && operations.length > 0) {
    // The rows have no say: the proof runs beside what the database in use is asked.
    proven = await planAndProve();
    proven.proof.catch(() => undefined);
  }

  return withLive({ database, from, to, read, unmanaged, part, signal }, async (live) => {
    const notes = [
      ...desired.warnings,
      ...notCompared(from, desired.schema),
      ...goneAlong(operations, wish.before.unmodelledNeeds),
      ...live.leftAlone,
      ...accessNotGiven(operations, live.access),
    ];
    const { questions, refusals } =
      early ?? wish.openPoints(await live.settle(doubts, renames.flatMap(renderOperation)));
    if (questions.length > 0)
      return { plan: { kind: 'needsAnswers', questions, refusals, notes }, next: null };
    notes.push(...wish.unneeded);
    if (refusals.length > 0) return { plan: { kind: 'refused', refusals, notes }, next: null };
    if (operations.length === 0) return { plan: { kind: 'empty', notes }, next: origin.schema };

    const { plain, up, down, files, proof } = proven ?? (await planAndProve());
    // Neither waits for the other, but in one database. The plain forms ask the rows the same, and can be rolled back.
    const blamed = proof.catch((error: unknown) => {
      throw blameExpression(error, change.answers);
    });
    const rehearse = () => live.rehearse(plain.up);
    const [next, rehearsal] = origin.isInUse
      ? [await blamed, await rehearse()]
      : await together(blamed, rehearse());
    if (rehearsal.kind === 'refused') {
      return {
        plan: {
          kind: 'refused',
          refusals: [explainRehearsal(rehearsal.refused, { answers: change.answers, steps: wish.steps })],
          notes,
        },
        next: null,
      };
    }
    const skipped =
      rehearsal.kind === 'skipped' ? [`Not tried on the database in use: ${rehearsal.because}.`] : [];
    return {
      plan: { kind: 'ready', up, down, files, notes: [...notes, ...lost(up), ...skipped] },
      next,
    };
  });
}

/** What is to be changed, and what has to be known before it is. */
interface Wish {
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
async function readWish(
  { origin, desired, answers, defaultSchema, read }: Change,
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

/** The files, and the forms that ask the rows the same in one transaction (`plain`). */
function planFiles(
  { from, to, before, after, renames, changes, operations }: Wish,
  online: boolean | undefined,
) {
  const plain = renderPlan(operations, [from, to]);
  const formed = online === false ? changes : onlineForms(changes, after);
  const isPlain = formed.length === changes.length && formed.every((form, index) => form === changes[index]);
  const rendered = isPlain
    ? plain
    : renderPlan([...renames, ...orderOperations(formed, before, after)], [from, to]);
  return { ...rendered, plain };
}

/** What a migration made and is of a kind that is not compared. */
function notCompared(from: Schema, declared: Schema): readonly string[] {
  const known = new Set(declared.unmodelled.map(unmodelledKey));
  return from.unmodelled
    .filter((object) => !known.has(unmodelledKey(object)))
    .map(
      ({ kind, name }) =>
        `The ${kind} ${name} was made by a migration, and its kind is not compared: left alone.`,
    );
}

/** What is not compared and is lost with something that is dropped: the way back does not know of it. */
function goneAlong(operations: readonly Operation[], needs: readonly UnmodelledNeed[]): readonly string[] {
  return needsThatGoAlong(operations, needs).map(
    ({ kind, name }) => `The ${kind} ${name} goes along, and the way back does not make it again.`,
  );
}

/** What the way back cannot bring back. */
function lost(up: readonly Statement[]): readonly string[] {
  return up.flatMap(({ note }) => (note === null ? [] : [note]));
}
