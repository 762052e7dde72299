import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { RetortError } from '../errors/retort-error';
import { listStemsOn } from '../git/list-stems-on';
import type { History, Migration } from '../history/history';
import { importExtension } from '../history/import-extension';
import type { LoadModule } from '../history/load-migration';
import { readHistory } from '../history/read-history';
import { registryFile, renderRegistry } from '../history/render-registry';
import { type Format, writeWhole } from '../write/write-migration';

export interface RebaseOptions {
  readonly folder: string;
  /** The branch that others pushed to. */
  readonly base: string;
  readonly load: LoadModule;
  readonly format: Format;
  readonly nowMs: number;
  /** Proves the history as it will be; what it throws puts everything back as it was. */
  readonly prove: (history: History) => Promise<void>;
}

export interface Rebased {
  /** The registry was written otherwise than it was: git had left it in conflict, or with one side's lines. */
  readonly registryChanged: boolean;
  readonly moved: readonly { readonly from: Migration; readonly to: Migration }[];
  readonly before: History;
  readonly after: History;
}

/**
 * Gives the migrations that are not on `base` new timestamps behind those that are, in their files' names, their classes
 * and the registry, which is written anew also where git left it in conflict.
 *
 * @throws RetortError of kind `conflict` where what is on `base` is not here yet.
 */
export async function rebaseMigrations(options: RebaseOptions): Promise<Rebased> {
  const { folder, base, load, format, nowMs, prove } = options;
  const theirs = await listStemsOn(folder, base);
  refuseNotMerged(folder, base, theirs);
  const before = await readHistory(folder, load, { registry: 'ignored' });
  const mine = before.migrations.filter(({ stem }) => !theirs.has(stem));
  const newest = Math.max(
    0,
    ...before.migrations.filter(({ stem }) => theirs.has(stem)).map(({ timestamp }) => timestamp),
  );
  const isBehind = mine.every(({ timestamp }) => timestamp > newest);
  const renames = isBehind ? [] : renameAll(mine, Math.max(nowMs, newest + 1), folder);
  const registryPath = join(folder, registryFile);
  const kept = existsSync(registryPath) ? readFileSync(registryPath, 'utf8') : undefined;
  const putBack = () => {
    for (const { from, path, text } of renames) {
      rmSync(path, { force: true });
      writeWhole(from.path, text);
    }
    if (kept !== undefined) writeWhole(registryPath, kept);
  };
  try {
    for (const { from, path, newText } of renames) {
      writeWhole(path, newText);
      rmSync(from.path);
    }
    const written = await readHistory(folder, load, { registry: 'ignored' });
    const registry =
      kept === undefined
        ? undefined
        : await format(registryPath, renderRegistry(written.migrations, importExtension(folder, kept)));
    if (registry !== undefined) writeWhole(registryPath, registry);
    await prove(written);
    const after = new Map(written.migrations.map((migration) => [migration.path, migration]));
    const moved = renames.flatMap(({ from, path }) => {
      const to = after.get(path);
      return to === undefined ? [] : [{ from, to }];
    });
    return { moved, before, after: written, registryChanged: registry !== kept };
  } catch (error) {
    putBack();
    throw error;
  }
}

function refuseNotMerged(folder: string, base: string, theirs: ReadonlySet<string>): void {
  const missing = [...theirs].find((stem) => !existsSync(join(folder, `${stem}.ts`)));
  if (missing === undefined) return;
  throw new RetortError({
    what: `The migration ${missing} is on ${base} and not here yet.`,
    at: folder,
    next: `git merge ${base} (take either side of ${registryFile}: it is written anew), then: retort rebase --base ${base}`,
    kind: 'conflict',
  });
}

interface Rename {
  readonly from: Migration;
  readonly path: string;
  readonly text: string;
  readonly newText: string;
}

function renameAll(mine: readonly Migration[], firstTimestamp: number, folder: string): readonly Rename[] {
  return mine.map((from, index) => {
    const timestamp = String(firstTimestamp + index);
    const text = readFileSync(from.path, 'utf8');
    const name = basename(from.path).replace(String(from.timestamp), timestamp);
    return {
      from,
      path: join(folder, name),
      text,
      newText: text.replaceAll(String(from.timestamp), timestamp),
    };
  });
}
