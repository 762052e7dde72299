import { type HistoryState, type MigrationStatus, nameOf } from '../state/compare-history';

/**
 * What to type so that only migrations that have a file are recorded, each as it is now. Nothing, where one of them has not
 * run and a later one has: `stamp` would count it as applied.
 */
export function forgetUnknown({ statuses }: Pick<HistoryState, 'statuses'>): string | null {
  const withFile = statuses.filter(({ kind }) => kind !== 'unknown' && kind !== 'missing');
  const ran = withFile.filter(({ kind }) => recorded.has(kind));
  const last = ran.at(-1);
  if (last === undefined) return 'retort stamp base --purge';
  if (withFile[ran.length - 1] !== last) return null;
  return `retort stamp ${ran.length === withFile.length ? 'head' : nameOf(last)} --purge`;
}

const recorded: ReadonlySet<MigrationStatus['kind']> = new Set(['applied', 'edited', 'halfDone']);
