import { DatabaseError } from 'pg';
import { type Answers, answersError } from './answers/answers';
import { Consents } from './answers/consents';
import { resolveDecisions } from './answers/resolve-decisions';
import type { Desired } from './desired/desired';
import { leaveOutUnmanaged } from './desired/leave-out-unmanaged';
import { diffSchemas } from './diff/diff-schemas';
import { renderOperation } from './operations/operation';
import type { Statement } from './operations/statement';
import { findPart } from './part/find-part';
import { restrictSchema } from './part/restrict-schema';
import { findDoubts } from './plan/find-doubts';
import { findRefusals } from './plan/find-refusals';
import { keepWhatNobodyMade } from './plan/keep-what-nobody-made';
import { onlineForms } from './plan/online-forms';
import { openPoints } from './plan/open-points';
import { orderOperations } from './plan/order-operations';
import type { Plan } from './plan/plan';
import { planRenames } from './plan/plan-renames';
import { renameQuestions } from './plan/rename-questions';
import { renderPlan } from './plan/render-plan';
import type { Origin } from './prove/origin';
import { provePlan } from './prove/prove-plan';
import { readRenamed } from './prove/read-renamed';
import type { Settled } from './prove/settle-doubts';
import { type LiveOptions, withLive } from './prove/with-live';
import type { ReadOptions } from './read/read-schema';
import type { Schema } from './schema/schema';
import type { ScratchSlot } from './scratch/scratch-slot';

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
export async function planBetween(
  { origin, desired, answers, defaultSchema, online, live: database, read, signal }: Change,
  slot: ScratchSlot,
): Promise<Planned> {
  const managed = (schema: Schema) => leaveOutUnmanaged(schema, desired.unmanaged);
  const from = managed(origin.schema);
  const to = keepWhatNobodyMade(from, desired.schema);

  const consents = new Consents(answers, defaultSchema);
  const { decisions, problems } = resolveDecisions(answers, to, defaultSchema);
  const renames = planRenames(answers, from, to, defaultSchema);
  const allProblems = [...problems, ...renames.problems];
  if (allProblems.length > 0) throw answersError(allProblems);

  const renamed =
    renames.operations.length === 0
      ? from
      : managed(await readRenamed({ origin, operations: renames.operations, read, slot }));
  const { unmanaged } = desired;
  const part = findPart({ from, to, around: origin.schema, renamed });
  // What cannot be touched need not be compared again, nor put in order.
  const [before, after] = [restrictSchema(renamed, part), restrictSchema(to, part)];
  const { operations: rest, unsupported } = diffSchemas(before, after, decisions);
  const operations = [...renames.operations, ...rest];

  const asked = renameQuestions(from, to, renames, consents);
  const doubts = findDoubts(rest, decisions.using, to.enums, consents).filter(
    ({ table }) => !asked.isUnsettled(table),
  );
  const refused = findRefusals(operations, consents);
  const whatIsOpen = (settled: readonly Settled[]) =>
    openPoints(asked.questions, refused, unsupported, settled, consents);
  const planAndProve = () => {
    const plain = renderPlan(operations);
    const formed = online === false ? rest : onlineForms(rest, after);
    const isPlain = formed.length === rest.length && formed.every((form, index) => form === rest[index]);
    const rendered = isPlain
      ? plain
      : renderPlan([...renames.operations, ...orderOperations(formed, before, after)]);
    const { files } = rendered;
    return { ...rendered, plain, proof: provePlan({ origin, from, to, part, files, unmanaged, read, slot }) };
  };
  const early = doubts.length === 0 ? whatIsOpen([]) : undefined;
  const isSettled = early !== undefined && early.questions.length + early.refusals.length === 0;
  let proven: ReturnType<typeof planAndProve> | undefined;
  if (isSettled && operations.length > 0) {
    // The rows have no say: the proof runs beside what the database in use is asked.
    await slot.ready();
    proven = planAndProve();
    proven.proof.catch(() => undefined);
  }

  return withLive({ database, from, to, read, unmanaged, part, signal }, async (live) => {
    const notes = [...desired.warnings, ...notCompared(from, desired.schema), ...live.leftAlone];
    const { questions, refusals } =
      early ?? whatIsOpen(await live.settle(doubts, renames.operations.flatMap(renderOperation)));
    if (questions.length > 0)
      return { plan: { kind: 'needsAnswers', questions, refusals, notes }, next: null };
    if (refusals.length > 0) return { plan: { kind: 'refused', refusals, notes }, next: null };
    if (operations.length === 0) return { plan: { kind: 'empty', notes }, next: origin.schema };

    const { plain, up, down, files, proof } = proven ?? planAndProve();
    const next = await proof;
    // The plain forms ask the rows the same, and can be rolled back.
    const rehearsal = await live.rehearse(plain.up);
    const ready = { kind: 'ready', up, down, files } as const;
    switch (rehearsal.kind) {
      case 'refused': {
        const { statement, message, cause } = rehearsal.refused;
        const rows =
          cause instanceof DatabaseError && cause.detail !== undefined
            ? ` (${cause.detail.replace(/\.$/, '')})`
            : '';
        const what = `The rows of the database in use do not allow it: ${statement.comment}: ${message}${rows}`;
        const write = `Write a migration that puts the rows right first: make db-prepare MSG="…" MANUAL=1\n${statement.sql}`;
        const refusal = { what, next: write, consent: null };
        return { plan: { kind: 'refused', refusals: [refusal], notes }, next: null };
      }
      case 'skipped': {
        const skipped = `Not tried on the database in use: ${rehearsal.because}.`;
        return { plan: { ...ready, notes: [...notes, ...lost(up), skipped] }, next };
      }
      case 'passed':
        return { plan: { ...ready, notes: [...notes, ...lost(up)] }, next };
    }
  });
}

/** What a migration made and is of a kind that is not compared. */
function notCompared(from: Schema, declared: Schema): readonly string[] {
  const known = new Set(declared.unmodelled.map(({ kind, name }) => `${kind} ${name}`));
  return from.unmodelled
    .filter(({ kind, name }) => !known.has(`${kind} ${name}`))
    .map(
      ({ kind, name }) =>
        `The ${kind} ${name} was made by a migration, and its kind is not compared: left alone.`,
    );
}

/** What the way back cannot bring back. */
function lost(up: readonly Statement[]): readonly string[] {
  return up.flatMap(({ note }) => (note === null ? [] : [note]));
}
