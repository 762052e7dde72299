import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findRemains, removeRemains, stopContainers } from '../compose/compose-remains';
import { findEngine } from '../compose/find-compose';
import { startCompose } from '../compose/start-compose';
import { errorMessage } from '../errors/error-message';
import { sweepAbandoned } from '../folders/sweep-abandoned';
import { stopPostgres } from '../postgres/stop-postgres';
import { findServerUser } from '../processes/find-server-user';
import { findRedisProgram } from '../redis/find-redis-program';
import { stopRedis } from '../redis/stop-redis';
import type { ManagedService, ServiceKind, ServicesState } from '../state/services-state';
import { readState, writeState } from '../state/state-file';
import { type ChosenKind, chooseKind } from './choose-kind';
import { choosePlace, postgresData, redisFolder } from './choose-place';
import type { WantedServices } from './find-ready-services';
import type { ServicesProject } from './services-project';
import { startEmbeddedPostgres } from './start-embedded-postgres';
import { startEmbeddedRedis } from './start-embedded-redis';

/** Starts what is wanted, under the setup lock, and returns the state as it was written. */
export async function bringUpServices(
  project: ServicesProject,
  wanted: WantedServices,
): Promise<ServicesState> {
  // So that no project that forgot to ignore the folder commits a password.
  await writeFile(join(project.folder, '.gitignore'), '*\n');
  const state = await readState(project.root);
  const chosen = await chooseKind(project, state);
  switch (chosen.kind) {
    case 'embedded':
      return bringUpEmbedded(project, wanted, state);
    case 'compose':
      return bringUpCompose(project, wanted, state, chosen);
  }
}

async function bringUpEmbedded(
  project: ServicesProject,
  wanted: WantedServices,
  state: ServicesState,
): Promise<ServicesState> {
  await stopComposeContainers(project, state);
  const user = await findServerUser();
  const place = await choosePlace(project, user);
  for (const folder of [project.folder, place, join(place, 'postgres'), join(place, 'binaries')]) {
    await sweepAbandoned(folder);
  }
  let next: ServicesState = place === project.folder ? state : { ...state, place };
  // Before anything is started: what a killed setup leaves can then be found.
  await writeState(next);
  if (wanted.postgres) {
    project.report('Starting the embedded Postgres');
    const url = await startEmbeddedPostgres({ place, user, port: portOf(state.postgres, 'embedded') });
    next = { ...next, postgres: { kind: 'embedded', url } };
    await writeState(next);
  }
  if (wanted.redis) {
    const redis = await bringUpEmbeddedRedis();
    const { redis: _before, ...others } = next;
    next = redis === undefined ? others : { ...others, redis };
    await writeState(next);
  }
  return next;

  async function bringUpEmbeddedRedis(): Promise<ManagedService | undefined> {
    const program = findRedisProgram(project.environment.PATH);
    if (program === undefined) return undefined;
    project.report(`Starting ${program}`);
    return {
      kind: 'embedded',
      url: await startEmbeddedRedis({ place, user, port: portOf(state.redis, 'embedded'), program }),
    };
  }
}

async function bringUpCompose(
  project: ServicesProject,
  wanted: WantedServices,
  state: ServicesState,
  chosen: Extract<ChosenKind, { kind: 'compose' }>,
): Promise<ServicesState> {
  const { environment, composeFile, report } = project;
  const name = state.composeProject ?? project.composeName;
  await stopEmbeddedServers(project, state);
  await writeState({ ...state, composeProject: name });
  report(`Starting ${composeFile} with ${chosen.command.join(' ')} (the first time, the images are fetched)`);
  try {
    const urls = await startCompose({
      project: { command: chosen.command, file: composeFile, name, environment },
      services: [
        ...(wanted.postgres ? (['postgres'] as const) : []),
        ...(wanted.redis ? (['redis'] as const) : []),
      ],
      postgresUrl: state.postgres?.kind === 'compose' ? state.postgres.url : undefined,
      redisUrl: state.redis?.kind === 'compose' ? state.redis.url : undefined,
    });
    const next: ServicesState = {
      ...state,
      composeProject: name,
      ...(wanted.postgres ? { postgres: { kind: 'compose', url: urls.postgres } } : {}),
      ...(wanted.redis ? { redis: { kind: 'compose', url: urls.redis } } : {}),
    };
    await writeState(next);
    return next;
  } catch (error) {
    if (!chosen.mayFallBack) throw error;
    report(
      `${errorMessage(error)}\nThe embedded servers take its place; RETORT_SERVICES=compose make setup tries again`,
    );
    await removeRemains(await findRemains(name, environment), environment);
    const { composeProject: _gone, ...rest } = state;
    return bringUpEmbedded(project, wanted, rest);
  }
}

/** One kind runs at a time; the other's data stays for the way back. */
async function stopComposeContainers(
  { environment }: ServicesProject,
  { composeProject }: ServicesState,
): Promise<void> {
  if (composeProject === undefined || (await findEngine(environment)) === undefined) return;
  await stopContainers(await findRemains(composeProject, environment), environment);
}

async function stopEmbeddedServers(
  { folder }: ServicesProject,
  { place = folder }: ServicesState,
): Promise<void> {
  await stopPostgres(postgresData(place));
  await stopRedis(redisFolder(place));
}

function portOf(service: ManagedService | undefined, kind: ServiceKind): number | undefined {
  return service?.kind === kind ? Number(new URL(service.url).port) : undefined;
}
