import { basename } from 'node:path';
import { parseMigrationFileName } from '../history/migration-name';
import { refuseUnknownBase, runGit } from './run-git';

/** The migrations of `folder` that are on the branch `base`, by their files' names without the extension. */
export async function listStemsOn(folder: string, base: string): Promise<ReadonlySet<string>> {
  await refuseUnknownBase(folder, base);
  const output = await runGit(folder, ['ls-tree', '-r', '--name-only', '-z', base, '--', '.'], base);
  return new Set(
    output.split('\0').flatMap((path) => {
      const name = parseMigrationFileName(basename(path));
      return name === undefined ? [] : [name.stem];
    }),
  );
}
