import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ServiceError } from '../errors/service-error';
import { startOnFreePort } from '../network/start-on-free-port';
import { askPostgres } from '../postgres/ask-postgres';
import { ensureDatabase } from '../postgres/ensure-database';
import { makeDataFolder, readPassword } from '../postgres/make-data-folder';
import { databaseName, superuser } from '../postgres/our-names';
import { type PostgresBinaries, preparePostgresBinaries } from '../postgres/postgres-binaries';
import { readPostmaster } from '../postgres/postmaster-pid';
import { renderServerUrl, withDatabase } from '../postgres/server-url';
import { startPostgres } from '../postgres/start-postgres';
import { stopPostgres } from '../postgres/stop-postgres';
import { pollUntil } from '../processes/poll-until';
import type { ServerUser } from '../processes/server-user';
import { postgresData, postgresLog } from './choose-place';

export interface EmbeddedServerOptions {
  readonly place: string;
  readonly user: ServerUser | undefined;
  /** The port of last time, which is used again if it is free. */
  readonly port: number | undefined;
}

/** Makes sure that the embedded Postgres of a place runs, with its database, and returns that database's URL. */
export async function startEmbeddedPostgres(options: EmbeddedServerOptions): Promise<string> {
  const url = (await findRunning(options.place)) ?? (await start(options));
  await ensureDatabase(url, databaseName);
  return withDatabase(url, databaseName);
}

/** The server that runs on our data already, also when the state that named its port is lost. */
async function findRunning(place: string): Promise<string | undefined> {
  const dataFolder = postgresData(place);
  if ((await readPostmaster(dataFolder)).kind !== 'runs') return undefined;
  // The fourth line is the port: https://www.postgresql.org/docs/current/storage-file-layout.html
  const port = Number((await readFile(join(dataFolder, 'postmaster.pid'), 'utf8')).split('\n')[3]);
  const url = renderServerUrl({
    superuser,
    password: await readPassword(dataFolder),
    port,
    database: 'postgres',
  });
  const answer = await pollUntil(
    async () => ((await askPostgres(url)).kind === 'answers' ? true : undefined),
    // It may have been started by a setup that was killed a moment ago.
    { deadlineMs: 10_000 },
  );
  if (answer) return url;
  await stopPostgres(dataFolder);
  return undefined;
}

async function start({ place, user, port }: EmbeddedServerOptions): Promise<string> {
  const dataFolder = postgresData(place);
  const binaries = await preparePostgresBinaries({
    folder: undefined,
    user,
    copyTo: async () => join(place, 'binaries'),
  });
  await makeDataFolder({ binaries, folder: dataFolder, superuser, user });
  await checkMajor(binaries, dataFolder);
  const password = await readPassword(dataFolder);
  const urlAt = (at: number) => renderServerUrl({ superuser, password, port: at, database: 'postgres' });
  const started = await startOnFreePort(port, (freePort) =>
    startPostgres({
      binaries,
      dataFolder,
      user,
      port: freePort,
      url: urlAt(freePort),
      detached: true,
      logFile: postgresLog(place),
    }),
  );
  return urlAt(started.port);
}

async function checkMajor(binaries: PostgresBinaries, dataFolder: string): Promise<void> {
  const major = Number(await readFile(join(dataFolder, 'PG_VERSION'), 'utf8'));
  if (major === binaries.major) return;
  throw new ServiceError({
    what: `The data was made by Postgres ${major}, and the embedded Postgres is now ${binaries.major}.`,
    at: dataFolder,
    next: 'make teardown, then make setup and make db-migrate: the data is made anew',
  });
}
