import { ServiceError } from '../errors/service-error';
import { runProgram } from './run-program';
import type { ServerUser } from './server-user';

let found: Promise<ServerUser | undefined> | undefined;

/** Postgres refuses to run as root, so root's servers run as `postgres`, or as `nobody` where there is no such user. */
export function findServerUser(): Promise<ServerUser | undefined> {
  if (process.getuid?.() !== 0) return Promise.resolve(undefined);
  found ??= findUnprivilegedUser();
  return found;
}

async function findUnprivilegedUser(): Promise<ServerUser> {
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = await Promise.all([readId('-u', name), readId('-g', name)]);
    if (uid !== undefined && gid !== undefined && uid !== 0) return { uid, gid };
  }
  throw new ServiceError({
    what: 'Postgres does not run as root, and this machine has neither a user postgres nor a user nobody.',
    at: 'id -u postgres, id -u nobody',
    next: 'useradd --system postgres, or run the command as a user who is not root',
  });
}

async function readId(flag: '-u' | '-g', name: string): Promise<number | undefined> {
  const outcome = await runProgram('id', { arguments: [flag, name] });
  return outcome.kind === 'exited' && outcome.code === 0 ? Number(outcome.stdout) : undefined;
}
