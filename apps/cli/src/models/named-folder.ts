import { statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { RetortError } from '@retort/engine/state';
import type { Project } from '../config/read-config';
import { quote } from '../output/quote';

/** A project, as far as folders are named in it. */
export interface Naming extends Pick<Project, 'root' | 'configPath'> {
  readonly config: Pick<Project['config'], 'models' | 'sql'>;
}

/**
 * The folder that a setting names, absolute. Were one that is not there taken for empty, a slip of the pen would be a
 * project without functions, or without a model that was forgotten.
 *
 * @throws RetortError of kind `settings` where there is no such folder.
 */
export function namedFolder(
  { root, config, configPath }: Naming,
  setting: 'models' | 'sql',
): string | undefined {
  const named = config[setting];
  if (named === undefined) return undefined;
  const folder = resolve(root, named);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return folder;
  const path = relative(process.cwd(), folder);
  throw new RetortError({
    what: `The setting ${setting} names ${path}, and there is no such folder.`,
    at: relative(process.cwd(), configPath),
    next: `Correct the setting, or take it out; or make the folder, with a file in it that git keeps: mkdir -p ${quote(path)} && touch ${quote(`${path}/.gitkeep`)}`,
    kind: 'settings',
  });
}
