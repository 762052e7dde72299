import { join } from 'node:path';
import { ServiceError } from '../errors/service-error';
import { pathExists } from '../folders/path-exists';
import { makePrivateFolder } from '../folders/private-folder';
import { canPass } from '../processes/can-pass';
import type { ServerUser } from '../processes/server-user';
import type { ServicesProject } from './services-project';

/**
 * Where the embedded servers live: in the project's own folder, or, when they run as another user who cannot get there
 * (root's clone below a 0700 home), in a folder outside that is named by the project. Where there is data, it stays.
 */
export async function choosePlace(project: ServicesProject, user: ServerUser | undefined): Promise<string> {
  const { folder, outsideFolder } = project;
  const place = (await choose(project, user)) === 'inside' ? folder : outsideFolder;
  if (place === outsideFolder) await makePrivateFolder(place);
  await makePrivateFolder(join(place, 'postgres'));
  return place;
}

async function choose(
  { folder, outsideFolder }: ServicesProject,
  user: ServerUser | undefined,
): Promise<'inside' | 'outside'> {
  const passes = await canPass(folder, user);
  if (await pathExists(postgresData(folder))) {
    if (passes) return 'inside';
    throw new ServiceError({
      what: `The user that Postgres runs as (uid ${user?.uid}) can no longer get to its data.`,
      at: postgresData(folder),
      next: `Let it pass (chmod o+x the folders above ${folder}), or start over: make teardown, make setup`,
    });
  }
  if (await pathExists(postgresData(outsideFolder))) return 'outside';
  return passes ? 'inside' : 'outside';
}

export function postgresData(place: string): string {
  return join(place, 'postgres', 'data');
}

export function postgresLog(place: string): string {
  return join(place, 'postgres', 'postgres.log');
}

export function redisFolder(place: string): string {
  return join(place, 'redis');
}
