import { RetortError } from '../../errors/retort-error';
import type { History } from '../../history/history';
import type { HistoryState } from '../state/compare-history';
import { forgetUnknown } from './forget-unknown';
import { undoFromJournal } from './undo-from-journal';

/** @throws RetortError of kind `conflict` when a migration ran whose file is gone: what comes next cannot be known. */
export function refuseMissing(history: History, state: HistoryState): void {
  const { missing, statuses } = state;
  const [first] = missing;
  if (first === undefined) return;
  const kept = statuses.find((status) => status.kind === 'missing' && status.row === first);
  const others = missing.length === 1 ? '' : ` (and ${missing.length - 1} more)`;
  const forget = forgetUnknown(state);
  const otherwise =
    kept !== undefined
      ? `; or undo what ran: ${undoFromJournal(state, kept)}`
      : forget !== null
        ? `; or forget what no file says: ${forget}`
        : '';
  throw new RetortError({
    what: `The migration ${first.name} ran on this database, but its file is gone${others}.`,
    at: history.folder,
    next: `Go to the branch or the commit that has it (git log --all --oneline -- '*${first.timestamp}*')${otherwise}`,
    kind: 'conflict',
  });
}
