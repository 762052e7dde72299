import { RetortError } from '../errors/retort-error';
import type { History } from '../history/history';
import { listFileNames, listMigrationFiles } from '../history/list-migration-files';

/**
 * What is about to be written was made for the history as it was read: a branch that was pulled while somebody thought
 * of an answer, or the same command in another terminal, makes it wrong.
 */
export function refuseChangedHistory({ folder, migrations }: History): void {
  const before = new Set(migrations.map(({ path }) => path));
  const now = new Set(listMigrationFiles(folder, listFileNames(folder)).map(({ path }) => path));
  const [come] = [...now].filter((path) => !before.has(path));
  const [gone] = [...before].filter((path) => !now.has(path));
  const path = come ?? gone;
  if (path === undefined) return;
  throw new RetortError({
    what: `The migrations changed while the next one was being made: ${come === undefined ? 'one is gone' : 'another one came'}. Nothing was written.`,
    at: path,
    next: 'Run the same command again.',
    kind: 'conflict',
  });
}
