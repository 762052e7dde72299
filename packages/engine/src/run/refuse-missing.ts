import { RetortError } from '../errors/retort-error';
import type { History } from '../history/history';
import type { HistoryState } from './compare-history';

/** @throws RetortError of kind `conflict` when a migration ran whose file is gone: what comes next cannot be known. */
export function refuseMissing(history: History, { missing, statuses }: HistoryState): void {
  const [first] = missing;
  if (first === undefined) return;
  const isKept = statuses.some((status) => status.kind === 'missing' && status.row === first);
  const others = missing.length === 1 ? '' : ` (and ${missing.length - 1} more)`;
  throw new RetortError({
    what: `The migration ${first.name} ran on this database, but its file is gone${others}.`,
    at: history.folder,
    next: `Bring the file back: git log --diff-filter=D --oneline -- '*${first.timestamp}*', then git checkout <that commit>~1 -- <the file>; or ${isKept ? 'undo what ran: retort downgrade --from-journal' : 'forget what no file says: retort stamp head --purge'}`,
    kind: 'conflict',
  });
}
