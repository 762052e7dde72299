import { lstat, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findRemains, removeRemains } from '../compose/compose-remains';
import { findEngine } from '../compose/find-compose';
import { ServiceError } from '../errors/service-error';
import { pathExists } from '../folders/path-exists';
import { stopPostgres } from '../postgres/stop-postgres';
import { findServersIn } from '../processes/find-servers-in';
import { stopProcess } from '../processes/stop-process';
import { stopRedis } from '../redis/stop-redis';
import type { ServicesState } from '../state/services-state';
import { withSetupLock } from '../state/setup-lock';
import { readState, writeState } from '../state/state-file';
import { postgresData, redisFolder } from './choose-place';
import type { ServicesOptions } from './services-options';
import { openProject, type ServicesProject } from './services-project';

export interface StoppedServices {
  /** What was there and is gone, in words; empty when there was nothing. */
  readonly removed: readonly string[];
}

/**
 * Stops and removes all that setup has ever made for this project: processes, containers, networks, volumes, files, and
 * with them the data. Servers that the environment names are not ours and are not touched. Safe to repeat.
 */
export async function stopServices(options: ServicesOptions): Promise<StoppedServices> {
  const project = await openProject(options);
  const removed: string[] = [];
  const remove = (what: string) => {
    removed.push(what);
    project.report(`Removed ${what}`);
  };
  await withSetupLock(project.folder, project, async () => {
    const state = await readState(project.root);
    for (const place of new Set([project.folder, project.outsideFolder, state.place ?? project.folder])) {
      await stopEmbedded(place, remove);
    }
    const composeLeft = await removeCompose(project, state, remove);
    for (const place of new Set([project.outsideFolder, state.place ?? project.outsideFolder])) {
      if (await removeOwnFolder(place)) remove(place);
    }
    if (composeLeft !== undefined) {
      await writeState({ root: project.root, composeProject: composeLeft });
      throw new ServiceError({
        what: `No Docker engine answers, so the containers and the data of the Compose project ${composeLeft} are still there.`,
        at: project.composeFile,
        next: 'Start Docker and run make teardown again',
      });
    }
    if (await emptyFolder(project.folder)) remove(project.folder);
  });
  return { removed };
}

async function stopEmbedded(place: string, remove: (what: string) => void): Promise<void> {
  if ((await stopPostgres(postgresData(place))) === 'stopped') remove('the embedded Postgres');
  if ((await stopRedis(redisFolder(place))) === 'stopped') remove('Redis');
  for (const server of await findServersIn(place)) {
    const gone = await stopProcess(server, [
      { signal: 'SIGINT', waitMs: 5_000 },
      { signal: 'SIGQUIT', waitMs: 5_000 },
      { signal: 'SIGKILL', waitMs: 5_000 },
    ]);
    if (gone) remove(`a server whose files were gone (process ${server.pid})`);
  }
}

/** The name of the Compose project that could not be looked at. */
async function removeCompose(
  project: ServicesProject,
  state: ServicesState,
  remove: (what: string) => void,
): Promise<string | undefined> {
  const { environment } = project;
  const name = state.composeProject ?? project.composeName;
  if ((await findEngine(environment)) === undefined) return state.composeProject;
  const remains = await findRemains(name, environment);
  await removeRemains(remains, environment);
  for (const kind of ['containers', 'volumes', 'networks'] as const) {
    if (remains[kind].length > 0) remove(`${remains[kind].length} ${kind} of the Compose project ${name}`);
  }
  return undefined;
}

/** Only a folder of this user's is ours: the name alone could have been given to another by anybody. */
async function removeOwnFolder(folder: string): Promise<boolean> {
  if (!(await pathExists(folder))) return false;
  const { uid } = await lstat(folder);
  if (uid !== process.getuid?.()) return false;
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  return true;
}

/** All but the lock, which its holder removes, and the empty folder with it. */
async function emptyFolder(folder: string): Promise<boolean> {
  const entries = (await readdir(folder)).filter((entry) => entry !== 'lock');
  for (const entry of entries) await rm(join(folder, entry), { recursive: true, force: true, maxRetries: 5 });
  return entries.length > 0;
}
