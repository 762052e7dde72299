import { readdir } from 'node:fs/promises';
import { ask } from '../../test/ask';
import { makeProjectFolder, type ProjectFolder } from '../../test/project-folder';
import { itWithRedis } from '../../test/redis-here';
import { findFreePort } from '../network/find-free-port';
import { startTestRedis, startTestServer, type TestRedis, type TestServer } from '../testing';
import { inspectServices } from './inspect-services';
import { resolveUrls } from './resolve-urls';
import { setupServices } from './setup-services';
import { stopServices } from './stop-services';

let server: TestServer;
let redis: TestRedis | undefined;
let project: ProjectFolder;
beforeAll(async () => {
  server = await startTestServer();
  redis = await startTestRedis();
});
afterAll(() => Promise.all([server.stop(), redis?.stop()]));
beforeEach(async () => {
  project = await makeProjectFolder();
});
afterEach(() => project.remove());

const withUrls = (urls: { POSTGRES_URL?: string; REDIS_URL?: string }) => ({
  ...project.options,
  environment: { ...project.options.environment, ...urls },
});
const databases = () => ask(server.url, 'SELECT datname FROM pg_database ORDER BY 1');

itWithRedis(
  'are only asked: nothing is made on them or in the project, and teardown leaves them',
  async () => {
    const before = await databases();
    const options = withUrls({ POSTGRES_URL: server.url, REDIS_URL: redis?.url ?? '' });
    const { postgres, redis: cache } = await setupServices(options);
    expect(postgres).toMatchObject({ url: server.url, source: 'environment' });
    expect(cache).toEqual({ url: redis?.url, source: 'environment' });
    expect(await readdir(project.root)).toEqual([]);
    expect(project.lines.join('\n')).not.toContain(new URL(server.url).password);
    expect((await stopServices(options)).removed).toEqual([]);
    expect(await databases()).toEqual(before);
  },
);

itWithRedis('go before those that setup started, and are inspected without their passwords', async () => {
  const ours = await setupServices(project.options);
  const options = withUrls({ POSTGRES_URL: server.url });
  expect(await resolveUrls(options)).toEqual({
    postgres: { url: server.url, source: 'environment' },
    redis: ours.redis,
  });
  // An empty variable is one that is not set.
  expect((await resolveUrls(withUrls({ POSTGRES_URL: ' ' }))).postgres?.source).toBe('embedded');
  const inspection = await inspectServices(options);
  expect(inspection).toMatchObject({
    postgres: {
      source: 'environment',
      server: `${new URL(server.url).host}/postgres`,
      answer: { kind: 'answers' },
    },
    redis: { source: 'embedded', answer: { kind: 'answers' } },
  });
  expect(JSON.stringify(inspection)).not.toContain(new URL(server.url).password);
  await stopServices(options);
  expect(await inspectServices(project.options)).toMatchObject({ postgres: undefined, redis: undefined });
});

describe('a wrong POSTGRES_URL', () => {
  const address = () => new URL(server.url).host;

  it.each(['nonsense', 'http://127.0.0.1/app', 'postgres://user:pa#ss/word@127.0.0.1:5432/app'])(
    'malformed: %s',
    async (url) => {
      await expect(setupServices(withUrls({ POSTGRES_URL: url }))).rejects.toMatchObject({
        message: 'POSTGRES_URL is not the URL of a Postgres.',
        at: 'POSTGRES_URL',
        next: 'Write it as postgres://user:password@host:5432/database; in the password, write @ : / ? # % as %40 %3A %2F %3F %23 %25',
        kind: 'settings',
      });
    },
  );

  it('nobody listens', async () => {
    const port = await findFreePort();
    const url = `postgres://app:secret@127.0.0.1:${port}/app`;
    await expect(setupServices(withUrls({ POSTGRES_URL: url }))).rejects.toMatchObject({
      message: `Postgres does not answer: connect ECONNREFUSED 127.0.0.1:${port}`,
      at: `POSTGRES_URL (127.0.0.1:${port}/app)`,
      next: 'Start that server or correct POSTGRES_URL; without POSTGRES_URL, make setup starts a Postgres',
      kind: 'failed',
    });
  });

  it('the password is wrong', async () => {
    const url = server.url.replace(/:[^:@]+@/, ':secret@');
    await expect(setupServices(withUrls({ POSTGRES_URL: url }))).rejects.toMatchObject({
      message: 'Postgres refuses the user postgres or the password.',
      at: `POSTGRES_URL (${address()}/postgres)`,
      next: 'Correct the user and the password in POSTGRES_URL',
      kind: 'settings',
    });
  });

  it('the database is not there, and is not made', async () => {
    const before = await databases();
    const url = server.url.replace(/postgres$/, 'app');
    await expect(setupServices(withUrls({ POSTGRES_URL: url }))).rejects.toMatchObject({
      message: 'The database app does not exist.',
      at: `POSTGRES_URL (${address()}/app)`,
      next: `createdb --host ${new URL(server.url).hostname} --port ${new URL(server.url).port} --username postgres app, or correct POSTGRES_URL`,
      kind: 'settings',
    });
    expect(await databases()).toEqual(before);
  });
});

describe('a wrong REDIS_URL', () => {
  const withRedis = (url: string) => setupServices(withUrls({ POSTGRES_URL: server.url, REDIS_URL: url }));

  it('malformed', async () => {
    await expect(withRedis('127.0.0.1:6379')).rejects.toMatchObject({
      message: 'REDIS_URL is not the URL of a Redis.',
      at: 'REDIS_URL',
      next: 'Write it as redis://:password@host:6379/0, or unset it: without it the cache is off or our own',
    });
  });

  it('nobody listens', async () => {
    const port = await findFreePort();
    await expect(withRedis(`redis://:secret@127.0.0.1:${port}`)).rejects.toMatchObject({
      message: `Redis does not answer: connect ECONNREFUSED 127.0.0.1:${port}`,
      at: `REDIS_URL (127.0.0.1:${port})`,
      next: 'Start that server or correct REDIS_URL; without REDIS_URL, make setup starts a Redis where it can',
    });
  });

  itWithRedis('the password is wrong', async () => {
    const url = (redis?.url ?? '').replace(/:[^:@]+@/, ':secret@');
    await expect(withRedis(url)).rejects.toMatchObject({
      message: expect.stringMatching(/^Redis does not answer: WRONGPASS/),
    });
  });
});
