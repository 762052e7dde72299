import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askGit } from '../git/run-git';
import { listGoneImports } from '../history/compare-with-registry';
import { importExtension } from '../history/import-extension';
import type { LoadModule } from '../history/load-migration';
import { readHistory } from '../history/read-history';
import { registryFile, renderRegistry } from '../history/render-registry';
import { type Format, writeWhole } from '../write/write-migration';

export interface AbandonedOptions {
  readonly folder: string;
  readonly load: LoadModule;
  readonly format: Format;
  /** Whether the database in use has run the migration of this timestamp. */
  readonly hasRun: (timestamp: number) => Promise<boolean>;
}

/** What was written, and deleted again before anybody else had it. */
export interface Abandoned {
  readonly stems: readonly string[];
  /** Takes them out of the registry; writing a migration does so too. */
  readonly forget: () => Promise<void>;
}

/**
 * Finds what the registry lists and was abandoned: its file is gone, no commit has it, and the database in use has not run
 * it. Where that cannot be known of one of them, none is.
 */
export async function findAbandoned({
  folder,
  load,
  format,
  hasRun,
}: AbandonedOptions): Promise<Abandoned | undefined> {
  const registryPath = join(folder, registryFile);
  if (!existsSync(registryPath)) return undefined;
  const written = readFileSync(registryPath, 'utf8');
  const stems = listGoneImports(written, readdirSync(folder));
  if (stems.length === 0) return undefined;
  for (const stem of stems) {
    const commits = await askGit(folder, ['log', '--all', '--format=%h', '-n', '1', '--', `${stem}.*`]);
    if (commits !== '' || (await hasRun(Number.parseInt(stem, 10)))) return undefined;
  }
  const forget = async () => {
    const { migrations } = await readHistory(folder, load, { registry: 'ignored' });
    const text = renderRegistry(migrations, importExtension(folder, written));
    writeWhole(registryPath, await format(registryPath, text));
  };
  return { stems, forget };
}
