import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ServiceError } from '../errors/service-error';
import { startOnFreePort } from '../network/start-on-free-port';
import { isDataFolder, makeDataFolder, readPassword } from '../postgres/make-data-folder';
import { type PostgresBinaries, preparePostgresBinaries } from '../postgres/postgres-binaries';
import { renderServerUrl } from '../postgres/server-url';
import { startPostgres } from '../postgres/start-postgres';
import { stopPostgres } from '../postgres/stop-postgres';
import { findServerUser } from '../processes/find-server-user';
import { runProgram } from '../processes/run-program';
import type { ServerUser } from '../processes/server-user';
import { makeRunFolder, stopOnce } from './run-folder';
import { openRunsFolder, openTestFolder } from './test-folder';
import type { TestServer } from './test-server';
import { testSettings } from './test-settings';

const superuser = 'postgres';

/** Starts a Postgres on a fresh copy of a data folder that is made once for each version of the binaries. */
export async function startEmbeddedServer(binariesFolder: string | undefined): Promise<TestServer> {
  const user = await findServerUser();
  const testFolder = await openTestFolder();
  const binaries = await preparePostgresBinaries({
    folder: binariesFolder,
    user,
    copyTo: async () => join(testFolder, 'binaries'),
  });
  const runFolder = await makeRunFolder(await openRunsFolder(), user);
  const dataFolder = join(runFolder, 'data');
  await copyFreshData({ binaries, user, testFolder, dataFolder });
  const password = await readPassword(dataFolder);
  const urlAt = (port: number) => renderServerUrl({ superuser, password, port, database: 'postgres' });
  const { port, pid } = await startOnFreePort(undefined, (freePort) =>
    startPostgres({
      binaries,
      dataFolder,
      user,
      settings: testSettings,
      port: freePort,
      url: urlAt(freePort),
      logFile: join(runFolder, 'postgres.log'),
      // In our process group: a Ctrl-C of the tests reaches the server too.
      detached: false,
    }),
  );
  return { url: urlAt(port), stop: stopOnce(pid, runFolder, () => stopPostgres(dataFolder)) };
}

interface FreshData {
  readonly binaries: PostgresBinaries;
  readonly user: ServerUser | undefined;
  readonly testFolder: string;
  readonly dataFolder: string;
}

const copyAttempts = 3;

async function copyFreshData({ binaries, user, testFolder, dataFolder }: FreshData): Promise<void> {
  // Small log segments, since each copy has at least one.
  const flags = ['--no-sync', '--wal-segsize=4'];
  const key = createHash('sha256').update(`${binaries.version} ${process.arch} ${flags.join(' ')}`);
  const fresh = join(testFolder, `fresh-${key.digest('hex').slice(0, 12)}`);
  for (let attempt = 1; attempt <= copyAttempts; attempt++) {
    await makeDataFolder({ binaries, folder: fresh, superuser, user, flags });
    const outcome = await runProgram('cp', { arguments: ['-Rp', fresh, dataFolder], folder: '/', user });
    if (outcome.kind === 'exited' && outcome.code === 0 && (await isDataFolder(dataFolder))) return;
    // Somebody cleaned the temporary folder meanwhile: make it anew.
    await rm(dataFolder, { recursive: true, force: true });
  }
  throw new ServiceError({
    what: 'The data folder of the test server could not be copied.',
    at: fresh,
    next: `rm -rf ${testFolder}, and see that its disk is not full`,
  });
}
