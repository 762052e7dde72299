import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { chown, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ServiceError } from '../errors/service-error';
import { ownedName } from '../folders/owned-name';
import { findFreePort } from '../network/find-free-port';
import { isDataFolder, makeDataFolder, readPassword } from '../postgres/make-data-folder';
import { type PostgresBinaries, preparePostgresBinaries } from '../postgres/postgres-binaries';
import { renderServerUrl } from '../postgres/server-url';
import { startPostgres } from '../postgres/start-postgres';
import { stopPostgres } from '../postgres/stop-postgres';
import { runProgram } from '../processes/run-program';
import { findServerUser, type ServerUser } from '../processes/server-user';
import { openTestFolder } from './test-folder';
import type { TestServer } from './test-server';
import { testSettings } from './test-settings';

const superuser = 'postgres';
const attempts = 5;

/** Starts a Postgres on a fresh copy of a data folder that is made once for each version of the binaries. */
export async function startEmbeddedServer(binariesFolder: string | undefined): Promise<TestServer> {
  const user = await findServerUser();
  const testFolder = await openTestFolder();
  const binaries = await preparePostgresBinaries({
    folder: binariesFolder,
    user,
    copyTo: async () => join(testFolder, 'binaries'),
  });
  const runFolder = await ownedName(join(testFolder, 'run'));
  await mkdir(runFolder, { mode: 0o700 });
  if (user !== undefined) await chown(runFolder, user.uid, user.gid);
  const dataFolder = join(runFolder, 'data');
  await copyFreshData({ binaries, user, testFolder, dataFolder });
  const password = await readPassword(dataFolder);
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const port = await findFreePort();
    const url = renderServerUrl({ superuser, password, port, database: 'postgres' });
    const outcome = await startPostgres({
      ...{ binaries, dataFolder, port, url, user, settings: testSettings },
      logFile: join(runFolder, 'postgres.log'),
      // In our process group: a Ctrl-C of the tests reaches the server too.
      detached: false,
    });
    if (outcome.kind === 'answers') return stoppable(url, runFolder, outcome.process.pid);
  }
  throw new ServiceError({
    what: `Other programs took each of ${attempts} ports before the test server could.`,
    at: '127.0.0.1',
    next: 'run the tests again',
  });
}

interface FreshData {
  readonly binaries: PostgresBinaries;
  readonly user: ServerUser | undefined;
  readonly testFolder: string;
  readonly dataFolder: string;
}

async function copyFreshData({ binaries, user, testFolder, dataFolder }: FreshData): Promise<void> {
  // Small log segments, since each copy has at least one.
  const flags = ['--no-sync', '--wal-segsize=4'];
  const key = createHash('sha256').update(`${binaries.version} ${process.arch} ${flags.join(' ')}`);
  const cached = join(testFolder, `fresh-${key.digest('hex').slice(0, 12)}`);
  for (let attempt = 1; attempt <= attempts; attempt++) {
    await makeDataFolder({ binaries, folder: cached, superuser, user, flags });
    const outcome = await runProgram('cp', { arguments: ['-Rp', cached, dataFolder], folder: '/', user });
    if (outcome.kind === 'exited' && outcome.code === 0 && (await isDataFolder(dataFolder))) return;
    // Somebody cleaned the temporary folder meanwhile: make it anew.
    await rm(dataFolder, { recursive: true, force: true });
  }
  throw new ServiceError({
    what: 'The data folder of the test server could not be copied.',
    at: cached,
    next: `rm -rf ${testFolder}, and see that its disk is not full`,
  });
}

function stoppable(url: string, runFolder: string, pid: number): TestServer {
  // The last moment of a run that ends without stop(); there is no waiting in it.
  const atExit = () => {
    process.kill(pid, 'SIGQUIT');
    rmSync(runFolder, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', atExit);
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    process.off('exit', atExit);
    await stopPostgres(join(runFolder, 'data'));
    await rm(runFolder, { recursive: true, force: true, maxRetries: 5 });
  };
  return {
    url,
    stop() {
      stopping ??= stop();
      return stopping;
    },
  };
}
