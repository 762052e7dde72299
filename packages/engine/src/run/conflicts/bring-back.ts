import { basename, dirname } from 'node:path';
import { askGit } from '../../git/run-git';
import type { MigrationStatus } from '../state/compare-history';

/**
 * What to type to have the file of an edited migration as it was when it ran. Where the edit was committed, a plain
 * checkout would do nothing. Undefined where git has no other version of it.
 */
export async function bringBack({
  migration: { path },
  entry: { revision },
}: Extract<MigrationStatus, { kind: 'edited' }>): Promise<string | undefined> {
  const [folder, file] = [dirname(path), `./${basename(path)}`];
  const state = await askGit(folder, ['status', '--porcelain', '--', file]);
  if (state === undefined || state.startsWith('??')) return undefined;
  if (state !== '') return `git checkout HEAD -- '${path}'`;
  const version = (await ranAt(folder, file, revision)) ?? (await versionBefore(folder, file));
  return version === undefined ? undefined : `git checkout ${version} -- '${path}'`;
}

/** The commit at which it ran, where that has the file and has it otherwise. */
async function ranAt(
  folder: string,
  file: string,
  revision: string | undefined,
): Promise<string | undefined> {
  if (revision === undefined) return undefined;
  const changed = await askGit(folder, ['diff', '--diff-filter=M', '--name-only', revision, '--', file]);
  return changed === undefined || changed === '' ? undefined : revision.slice(0, 12);
}

/** It ran before it was committed: the version before the last one that changed it is the nearest that git has. */
async function versionBefore(folder: string, file: string): Promise<string | undefined> {
  const commits = await askGit(folder, ['log', '--format=%h', '-n', '2', '--', file]);
  return commits?.split('\n')[1];
}
