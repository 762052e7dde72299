import { readHistoryState } from '@retort/engine';
import { type Context, loadHistory, resolveDatabase } from '../context';
import { type ExitCode, exitCodes } from '../output/exit-code';

/** Says where the database stands. */
export async function status(context: Context): Promise<ExitCode> {
  const { reporter } = context;
  const database = await resolveDatabase(context);
  const { applied, pending, missing } = await readHistoryState(database, await loadHistory(context));
  const head = applied.at(-1)?.stem;
  reporter.line(`head     ${head ?? '(nothing is applied)'}`);
  reporter.line(`applied  ${applied.length}`);
  reporter.line(`pending  ${pending.length}`);
  for (const { stem } of pending) reporter.line(`  ${stem}`);
  if (missing.length > 0) reporter.line(`missing  ${missing.length} ran here and have no file`);
  for (const { name } of missing) reporter.line(`  ${name}`);
  reporter.line(nextStep(pending.length, missing.length));
  reporter.document({
    command: 'status',
    head: head ?? null,
    applied: applied.map(({ stem }) => stem),
    pending: pending.map(({ stem }) => stem),
    missing: missing.map(({ name }) => name),
  });
  return exitCodes.done;
}

function nextStep(pending: number, missing: number): string {
  if (missing > 0) return 'Next: bring the missing files back from git, or undo what they did by hand.';
  return pending > 0 ? 'Next: make db-migrate' : 'Up to date.';
}
