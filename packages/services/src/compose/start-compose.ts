import { randomBytes } from 'node:crypto';
import { ServiceError } from '../errors/service-error';
import { findFreePort } from '../network/find-free-port';
import { askPostgres } from '../postgres/ask-postgres';
import { ensureDatabase } from '../postgres/ensure-database';
import { databaseName, superuser } from '../postgres/our-names';
import { renderServerUrl, withDatabase } from '../postgres/server-url';
import { logTail } from '../processes/log-tail';
import { pollUntil } from '../processes/poll-until';
import { askRedis } from '../redis/ask-redis';
import { renderRedisUrl } from '../redis/start-redis';
import {
  type ComposeProject,
  type ComposeSettings,
  outcomeText,
  runCompose,
  succeeded,
} from './compose-project';

export interface StartComposeOptions {
  readonly project: ComposeProject;
  readonly services: readonly ComposeService[];
  /** The URLs of last time: their ports and passwords are kept. */
  readonly postgresUrl: string | undefined;
  readonly redisUrl: string | undefined;
}

export type ComposeService = 'postgres' | 'redis';

export interface ComposeUrls {
  readonly postgres: string;
  readonly redis: string;
}

const attempts = 5;
const deadlineMs = 90_000;

/** Brings the containers up and waits until what is in them answers. */
export async function startCompose(options: StartComposeOptions): Promise<ComposeUrls> {
  const { project, services } = options;
  const settings = await bringUp(project, services, await rememberSettings(options));
  if (services.includes('postgres')) await waitForPostgres(project, settings);
  if (services.includes('redis')) await waitForRedis(project, settings);
  return {
    postgres: withDatabase(maintenanceUrl(settings), databaseName),
    redis: renderRedisUrl(settings.redisPort, settings.redisPassword),
  };
}

async function rememberSettings({ postgresUrl, redisUrl }: StartComposeOptions): Promise<ComposeSettings> {
  const postgres = postgresUrl === undefined ? undefined : new URL(postgresUrl);
  const redis = redisUrl === undefined ? undefined : new URL(redisUrl);
  return {
    postgresPort: postgres === undefined ? await findFreePort() : Number(postgres.port),
    postgresPassword: postgres === undefined ? makePassword() : decodeURIComponent(postgres.password),
    redisPort: redis === undefined ? await findFreePort() : Number(redis.port),
    redisPassword: redis === undefined ? makePassword() : decodeURIComponent(redis.password),
  };
}

/** Letters, digits, - and _: safe in a settings file and in SQL without escaping. */
function makePassword(): string {
  return randomBytes(18).toString('base64url');
}

/** A container that runs has its own port, so only Docker can tell whether a remembered one is taken. */
async function bringUp(
  project: ComposeProject,
  services: readonly ComposeService[],
  first: ComposeSettings,
): Promise<ComposeSettings> {
  let settings = first;
  for (let attempt = 1; ; attempt++) {
    const outcome = await runCompose(project, settings, ['up', '--detach', ...services]);
    if (succeeded(outcome)) return settings;
    const text = outcomeText(outcome);
    const portTaken = /port is already allocated|address already in use|ports are not available/i.test(text);
    if (!portTaken || attempt === attempts) {
      throw new ServiceError({
        what: `Docker Compose could not start the services: ${logTail(text)}`,
        at: `${project.file} (project ${project.name})`,
        next: 'Set right what Docker names and run make setup again, or use the embedded servers: RETORT_SERVICES=embedded make setup',
      });
    }
    settings = { ...settings, postgresPort: await findFreePort(), redisPort: await findFreePort() };
  }
}

async function waitForPostgres(project: ComposeProject, settings: ComposeSettings): Promise<void> {
  const url = maintenanceUrl(settings);
  let resets = 0;
  const answer = await pollUntil(
    async () => {
      const asked = await askPostgres(url);
      if (asked.kind === 'answers') return true;
      // The volume is older than our state, so that it has a password which we no longer know.
      if (asked.code === '28P01' && resets++ === 0) await resetPassword(project, settings);
      return undefined;
    },
    { deadlineMs, everyMs: 200 },
  );
  if (!answer) throw await explainSilence(project, settings, 'postgres');
  await ensureDatabase(url, databaseName);
}

async function resetPassword(project: ComposeProject, settings: ComposeSettings): Promise<void> {
  const psql = [
    'psql',
    '--username',
    superuser,
    '--dbname',
    'postgres',
    '--quiet',
    '--set',
    'ON_ERROR_STOP=1',
  ];
  const sql = `ALTER ROLE ${superuser} PASSWORD '${settings.postgresPassword}';`;
  const outcome = await runCompose(project, settings, ['exec', '-T', 'postgres', ...psql], sql);
  if (succeeded(outcome)) return;
  throw new ServiceError({
    what: `The password of the database in the Compose volume is unknown, and could not be set: ${logTail(outcomeText(outcome).replaceAll(settings.postgresPassword, '********'))}`,
    at: `${project.file} (project ${project.name})`,
    next: 'make teardown, then make setup (this removes the data)',
  });
}

async function waitForRedis(project: ComposeProject, settings: ComposeSettings): Promise<void> {
  const url = renderRedisUrl(settings.redisPort, settings.redisPassword);
  const answer = await pollUntil(async () => ((await askRedis(url)).kind === 'answers' ? true : undefined), {
    deadlineMs,
    everyMs: 200,
  });
  if (!answer) throw await explainSilence(project, settings, 'redis');
}

async function explainSilence(
  project: ComposeProject,
  settings: ComposeSettings,
  service: ComposeService,
): Promise<ServiceError> {
  const log = await runCompose(project, settings, ['logs', '--no-color', '--tail', '10', service]);
  return new ServiceError({
    what: `The container of ${service} did not answer within ${deadlineMs / 1000} seconds. Its log ends:\n${logTail(outcomeText(log))}`,
    at: `${project.file} (project ${project.name})`,
    next: 'Set right what the log names and run make setup again, or use the embedded servers: RETORT_SERVICES=embedded make setup',
  });
}

function maintenanceUrl({ postgresPort, postgresPassword }: ComposeSettings): string {
  return renderServerUrl({ superuser, password: postgresPassword, port: postgresPort, database: 'postgres' });
}
