import { basename } from 'node:path';
import { RetortError } from '../errors/retort-error';
import { parseMigrationFileName } from '../history/migration-name';
import { askGit, fetchBase, refuseUnknownBase, runGit } from './run-git';

export interface BaseChange {
  readonly kind: 'edited' | 'removed';
  /** As git names it, from the root of the repository. */
  readonly path: string;
}

/** The migrations that are on the branch `base` where this one left it, and are not here as they are there. */
async function listBaseChanges(folder: string, base: string): Promise<readonly BaseChange[]> {
  await refuseUnknownBase(folder, base);
  const fork = await askGit(folder, ['merge-base', base, 'HEAD']);
  if (fork === undefined) throw await noFork(folder, base);
  const compared = ['diff', '--name-status', '--no-renames', '-z', fork, '--', folder];
  const output = await runGit(folder, compared, base);
  const parts = output.split('\0');
  const changes: BaseChange[] = [];
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const [status, path = ''] = [parts[index], parts[index + 1]];
    if (parseMigrationFileName(basename(path)) === undefined || status === 'A') continue;
    changes.push({ kind: status === 'D' ? 'removed' : 'edited', path });
  }
  return changes;
}

/** @throws RetortError of kind `conflict` when a migration of the branch `base` was edited or removed here. */
export async function refuseBaseChanges(folder: string, base: string): Promise<void> {
  const changes = await listBaseChanges(folder, base);
  const [first] = changes;
  if (first === undefined) return;
  const others = changes.length === 1 ? '' : ` (and ${changes.length - 1} more)`;
  throw new RetortError({
    what: `The migration ${basename(first.path)} is on ${base}, where databases may have run it, and it was ${first.kind} here${others}.`,
    at: changes.map(({ kind, path }) => `${path} (${kind})`).join('\n'),
    next: `git checkout $(git merge-base ${base} HEAD) -- ':/${first.path}', and write another migration: make db-prepare MSG="…"`,
    kind: 'conflict',
  });
}

async function noFork(folder: string, base: string): Promise<RetortError> {
  const isShallow = (await askGit(folder, ['rev-parse', '--is-shallow-repository'])) === 'true';
  return new RetortError({
    what: `Where this branch left ${base} is not known${isShallow ? ': this clone is shallow' : ', since they have no commit in common'}.`,
    at: `git merge-base ${base} HEAD`,
    next: isShallow ? fetchBase(base, '--unshallow ') : 'Name the branch that this one left: --base',
    kind: 'settings',
  });
}
