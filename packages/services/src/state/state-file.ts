import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../errors/error-code';
import { ServiceError } from '../errors/service-error';
import { ownedName } from '../folders/owned-name';
import { pathExists } from '../folders/path-exists';
import { parseState, type ServicesState } from './services-state';

/**
 * The state of the services of a project. A file that cannot be understood, or that came along when the project was
 * copied, counts as none: the servers are then found again by their folders and names.
 */
export async function readState(root: string): Promise<ServicesState> {
  const text = await readText(stateFile(root));
  const state = text === undefined ? undefined : parseState(text);
  if (state === undefined) return { root };
  if (state.root === root) return state;
  const moved = !(await pathExists(stateFile(state.root)));
  return moved ? { ...state, root } : { root };
}

/** Whole or not at all: it is written beside the file and then renamed. */
export async function writeState(state: ServicesState): Promise<void> {
  const file = stateFile(state.root);
  const making = await ownedName(file);
  await writeFile(making, `${JSON.stringify(state, undefined, 2)}\n`, { mode: 0o600 });
  await rename(making, file);
}

export function retortFolder(root: string): string {
  return join(root, '.retort');
}

function stateFile(root: string): string {
  return join(retortFolder(root), 'state.json');
}

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const code = errorCode(cause);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    if (code !== 'EACCES') throw cause;
    throw new ServiceError({
      what: 'The services of this project were set up by another user.',
      at: file,
      next: 'Run the command as that user, or remove the services with: sudo make teardown',
      cause,
    });
  }
}
