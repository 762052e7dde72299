import { randomBytes } from 'node:crypto';
import { appendFile, chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../errors/error-code';
import { ServiceError } from '../errors/service-error';
import { ownedName } from '../folders/owned-name';
import { pathExists } from '../folders/path-exists';
import { runProgram } from '../processes/run-program';
import { serverEnvironment } from '../processes/server-environment';
import type { ServerUser } from '../processes/server-user';
import type { PostgresBinaries } from './postgres-binaries';

export interface DataFolderOptions {
  readonly binaries: PostgresBinaries;
  readonly folder: string;
  readonly superuser: string;
  readonly user: ServerUser | undefined;
  /** Flags of initdb beyond those that we always give. */
  readonly flags?: readonly string[];
}

/** Beside Postgres's own files: the superuser's password lives and dies with the data that it opens. */
const passwordFile = 'retort-password';

/**
 * Makes a data folder with initdb, unless there is a whole one. It is made under another name and then renamed, so that
 * an interrupted initdb leaves no half-made folder under the name that counts. Safe when two do it at once.
 *
 * @see https://www.postgresql.org/docs/current/app-initdb.html
 */
export async function makeDataFolder(options: DataFolderOptions): Promise<'made' | 'found'> {
  const { folder, user } = options;
  if (await isDataFolder(folder)) return 'found';
  const making = await ownedName(`${folder}.making`);
  try {
    await mkdir(making, { mode: 0o700 });
    const password = randomBytes(18).toString('base64url');
    await writeFile(join(making, passwordFile), password, { mode: 0o600 });
    if (user !== undefined) {
      await chown(making, user.uid, user.gid);
      await chown(join(making, passwordFile), user.uid, user.gid);
    }
    await runInitdb(options, making);
    await rename(join(making, passwordFile), join(making, 'data', passwordFile));
    await appendFile(join(making, 'data', 'postgresql.conf'), ourSettings);
    return await moveIntoPlace(join(making, 'data'), folder);
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

/** What was removed half-way has not got these. Nobody's data is taken for such remains: Postgres itself needs both. */
export async function isDataFolder(folder: string): Promise<boolean> {
  const files = ['PG_VERSION', 'global/pg_control'];
  const found = await Promise.all(files.map((file) => pathExists(join(folder, file))));
  return found.every(Boolean);
}

export async function readPassword(folder: string): Promise<string> {
  const file = join(folder, passwordFile);
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (cause) {
    if (errorCode(cause) !== 'ENOENT') throw cause;
    throw new ServiceError({
      what: 'The password of the embedded Postgres is gone.',
      at: file,
      next: 'make teardown, then make setup and make db-migrate: the data is made anew',
      cause,
    });
  }
}

// As in the containers: UTC, and only this machine can connect. No socket: its path would have to be short, and its
// folder writable by the server's user.
const ourSettings = `
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
timezone = 'UTC'
log_timezone = 'UTC'
`;

async function runInitdb({ binaries, superuser, user, flags = [] }: DataFolderOptions, making: string) {
  const initdb = join(binaries.folder, 'bin', 'initdb');
  refuseUnquotable(binaries.folder);
  const outcome = await runProgram(initdb, {
    arguments: [
      ...['--pgdata', join(making, 'data'), '--username', superuser, '--pwfile', join(making, passwordFile)],
      ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--no-instructions'],
      ...localeFlags(binaries.major),
      ...flags,
    ],
    folder: making,
    environment: serverEnvironment(),
    user,
    timeoutMs: 180_000,
  });
  if (outcome.kind === 'exited' && outcome.code === 0) return;
  throw new ServiceError({
    what: `initdb could not make a data folder: ${outcome.kind === 'notRun' ? outcome.code : outcome.stderr.trim()}`,
    at: initdb,
    next: 'Free some disk space if it is full, or set POSTGRES_URL to a Postgres of yours',
  });
}

/** initdb asks a shell to run its neighbour `postgres`, by its path in double quotes, and escapes nothing. */
function refuseUnquotable(folder: string): void {
  const [character] = /["$`\\]/.exec(folder) ?? [];
  if (character === undefined) return;
  throw new ServiceError({
    what: `Postgres cannot make a database where a folder's name has a ${character} in it.`,
    at: folder,
    next: `Move the project to a folder without ${character}, or set POSTGRES_URL to a Postgres of yours`,
  });
}

/** The same order of text on every machine, whatever locales it has. */
function localeFlags(major: number): readonly string[] {
  return major >= 17
    ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    : ['--locale=C'];
}

async function moveIntoPlace(made: string, folder: string): Promise<'made' | 'found'> {
  await chmod(made, 0o700);
  try {
    await rename(made, folder);
    return 'made';
  } catch (error) {
    const code = errorCode(error);
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
    if (await isDataFolder(folder)) return 'found';
    // What is there is no data folder: the remains of one.
    await rm(folder, { recursive: true, force: true });
    await rename(made, folder);
    return 'made';
  }
}
