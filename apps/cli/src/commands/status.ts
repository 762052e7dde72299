import { bringBack, type MigrationStatus, nameOf, readHistoryState } from '@retort/engine/state';
import { type Context, loadHistory } from '../context';
import { resolveDatabase } from '../database/resolve-database';
import { type BroughtBack, describeStatus, nextStep, statusWords } from '../output/describe-status';
import { type ExitCode, exitCodes } from '../output/exit-code';

/** Says where the database stands. */
export async function status(context: Context): Promise<ExitCode> {
  const { reporter } = context;
  const database = await resolveDatabase(context);
  const { applied, pending, missing, statuses } = await readHistoryState(
    database,
    await loadHistory(context),
    'notable',
  );
  const head = applied.at(-1)?.stem;
  const notable = statuses.filter(({ kind }) => kind !== 'applied');
  reporter.line(`head     ${head ?? '(nothing is applied)'}`);
  reporter.line(`applied  ${applied.length}`);
  reporter.line(`pending  ${pending.length}`);
  for (const each of notable) {
    reporter.line(`  ${statusWords[each.kind].padEnd(12)}  ${nameOf(each)}${describeStatus(each)}`);
  }
  const broughtBack = await bringBackAll(notable);
  const steps = nextSteps(notable, { statuses }, broughtBack);
  for (const step of steps) reporter.line(`Next: ${step}`);
  if (steps.length === 0) reporter.line('Up to date.');
  reporter.document({
    command: 'status',
    head: head ?? null,
    applied: applied.map(({ stem }) => stem),
    pending: pending.map(({ stem }) => stem),
    missing: missing.map(({ name }) => name),
    states: notable.map((each) => ({
      migration: nameOf(each),
      state: statusWords[each.kind],
      next: nextStep(each, { statuses }, broughtBack),
    })),
  });
  return exitCodes.done;
}

async function bringBackAll(statuses: readonly MigrationStatus[]): Promise<BroughtBack> {
  const broughtBack = new Map<MigrationStatus, string | undefined>();
  for (const each of statuses) if (each.kind === 'edited') broughtBack.set(each, await bringBack(each));
  return broughtBack;
}

/** What stands in the way of the others comes first. */
const urgency = {
  halfDone: 0,
  unknown: 1,
  missing: 2,
  edited: 3,
  failed: 4,
  outOfOrder: 5,
  pending: 6,
  applied: 7,
} as const satisfies { readonly [K in MigrationStatus['kind']]: number };

/** Each step once, the most urgent first. Undoing the oldest that is missing undoes those after it. */
function nextSteps(
  notable: readonly MigrationStatus[],
  state: { readonly statuses: readonly MigrationStatus[] },
  broughtBack: BroughtBack,
): readonly string[] {
  const sorted = [...notable].sort((a, b) => urgency[a.kind] - urgency[b.kind]);
  const oldestMissing = sorted.find(({ kind }) => kind === 'missing');
  const told = sorted.filter((each) => each.kind !== 'missing' || each === oldestMissing);
  const steps = [...new Set(told.map((each) => nextStep(each, state, broughtBack)))];
  // What ends another one is said there.
  return steps.filter((step) => !steps.some((other) => other.endsWith(`: ${step}`)));
}
