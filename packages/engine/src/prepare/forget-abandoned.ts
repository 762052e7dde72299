import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listGoneImports } from '../history/compare-with-registry';
import { importExtension } from '../history/import-extension';
import type { LoadModule } from '../history/load-migration';
import { readHistory } from '../history/read-history';
import { registryFile, renderRegistry } from '../history/render-registry';
import { askGit } from '../rebase/run-git';
import type { Format } from '../write/write-migration';

export interface ForgetOptions {
  readonly folder: string;
  readonly load: LoadModule;
  readonly format: Format;
  /** Whether the database in use has run the migration of this timestamp. */
  readonly hasRun: (timestamp: number) => Promise<boolean>;
}

/**
 * Takes out of the registry what was written, and deleted again before anybody else had it: its file is gone, no commit
 * has it, and the database in use has not run it. Where that cannot be known, nothing is done. Returns what was taken out.
 */
export async function forgetAbandoned({
  folder,
  load,
  format,
  hasRun,
}: ForgetOptions): Promise<readonly string[]> {
  const registryPath = join(folder, registryFile);
  if (!existsSync(registryPath)) return [];
  const written = readFileSync(registryPath, 'utf8');
  const gone = listGoneImports(written, readdirSync(folder));
  if (gone.length === 0) return [];
  for (const stem of gone) {
    const commits = await askGit(folder, ['log', '--all', '--format=%h', '-n', '1', '--', `${stem}.*`]);
    if (commits !== '' || (await hasRun(Number.parseInt(stem, 10)))) return [];
  }
  const { migrations } = await readHistory(folder, load, { registry: 'ignored' });
  const text = renderRegistry(migrations, importExtension(folder, written));
  writeFileSync(registryPath, await format(registryPath, text));
  return gone;
}
