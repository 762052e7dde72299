import { blameExpression } from '../answers/blame-expression';
import { renderOperation } from '../operations/operation';
import { orderOperations } from '../order/order-operations';
import { onlineForms } from '../plan/online-forms';
import type { Plan } from '../plan/plan';
import type { RenderedPlan } from '../plan/render-plan';
import { renderPlan } from '../plan/render-plan';
import { explainRehearsal } from '../prove/explain-rehearsal';
import { provePlan } from '../prove/prove-plan';
import type { Live } from '../prove/with-live';
import { withLive } from '../prove/with-live';
import { together } from '../read/together';
import type { Schema } from '../schema/schema';
import type { ScratchSlot } from '../scratch/scratch-slot';
import type { ChangeToPlan } from './change-to-plan';
import { lostOnTheWayBack, notesOfWish } from './notes-of-plan';
import { readWish, type Wish } from './read-wish';

/** What is proven, and all that is there once it was carried out; `null` where it is not to be carried out. */
export interface Planned {
  readonly plan: Plan;
  readonly next: Schema | null;
}

/** Plans the way from what a history made to what is desired, and proves it. */
export async function planBetween(change: ChangeToPlan, slot: ScratchSlot): Promise<Planned> {
  const { origin, desired, live: database, read, signal } = change;
  const wish = await readWish(change, slot);
  const { from, to, part, renames, operations, doubts } = wish;
  const early = doubts.length === 0 ? wish.openPoints([]) : undefined;
  const isSettled = early !== undefined && early.questions.length + early.refusals.length === 0;
  // The rows have no say: the proof runs beside what the database in use is asked.
  const begun = isSettled && operations.length > 0 ? await beginProof(change, wish, slot) : undefined;

  const { unmanaged } = desired;
  const { serverUrl } = slot;
  return withLive({ database, from, to, read, unmanaged, part, serverUrl, signal }, async (live) => {
    const notes = notesOfWish(wish, desired, live);
    const { questions, refusals } =
      early ?? wish.openPoints(await live.settle(doubts, renames.flatMap(renderOperation)));
    if (questions.length > 0)
      return { plan: { kind: 'needsAnswers', questions, refusals, notes }, next: null };
    const allNotes = [...notes, ...wish.unneeded];
    if (refusals.length > 0) return { plan: { kind: 'refused', refusals, notes: allNotes }, next: null };
    if (operations.length === 0) return { plan: { kind: 'empty', notes: allNotes }, next: origin.schema };
    return tryOut(change, wish, begun ?? (await beginProof(change, wish, slot)), live, allNotes);
  });
}

/** The files, while they are proven. */
interface Begun extends RenderedPlan {
  /** The forms that ask the rows the same in one transaction. */
  readonly plain: RenderedPlan;
  /** All that is there after the way up. */
  readonly proof: Promise<Schema>;
}

async function beginProof(
  { origin, desired, online, read }: ChangeToPlan,
  wish: Wish,
  slot: ScratchSlot,
): Promise<Begun> {
  // The connection that makes it may be the one on which the database in use is asked, in a transaction.
  await slot.ready();
  const { from, to, part } = wish;
  const { unmanaged } = desired;
  const planned = planFiles(wish, online);
  const proof = provePlan({ origin, from, to, part, files: planned.files, unmanaged, read, slot });
  // Where the database in use cannot be read, nobody looks at it.
  proof.catch(() => undefined);
  return { ...planned, proof };
}

/** Waits for the proof, and tries the plan on the database in use meanwhile. */
async function tryOut(
  { origin, answers }: ChangeToPlan,
  { steps }: Wish,
  { plain, up, down, files, proof }: Begun,
  live: Live,
  notes: readonly string[],
): Promise<Planned> {
  const blamed = proof.catch((error: unknown) => {
    throw blameExpression(error, answers);
  });
  const rehearse = () => live.rehearse(plain.up);
  // Neither waits for the other, but in one database. The plain forms ask the rows the same, and can be rolled back.
  const [next, rehearsal] = origin.isInUse
    ? [await blamed, await rehearse()]
    : await together(blamed, rehearse());
  if (rehearsal.kind === 'refused') {
    const refusals = [explainRehearsal(rehearsal.refused, { answers, steps })];
    return { plan: { kind: 'refused', refusals, notes }, next: null };
  }
  const skipped =
    rehearsal.kind === 'skipped' ? [`Not tried on the database in use: ${rehearsal.because}.`] : [];
  return {
    plan: { kind: 'ready', up, down, files, notes: [...notes, ...lostOnTheWayBack(up), ...skipped] },
    next,
  };
}

/** Where no form differs, the plain ones are the files. */
function planFiles(
  { from, to, before, after, renames, changes, operations }: Wish,
  online: boolean | undefined,
): Omit<Begun, 'proof'> {
  const plain = renderPlan(operations, [from, to]);
  const formed = online === false ? changes : onlineForms(changes, after);
  const isPlain = formed.length === changes.length && formed.every((form, index) => form === changes[index]);
  const rendered = isPlain
    ? plain
    : renderPlan([...renames, ...orderOperations(formed, before, after)], [from, to]);
  return { ...rendered, plain };
}
