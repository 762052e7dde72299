import { readdir } from 'node:fs/promises';
import { type BuiltPackage, buildPackage } from '../../test/built-package';
import { itWithRedis } from '../../test/redis-here';
import { when } from '../../test/when';
import { askPostgres } from '../postgres/ask-postgres';
import { askRedis } from '../redis/ask-redis';
import { startEmbeddedServer } from './embedded-server';
import { openRunsFolder } from './test-folder';
import { startTestRedis } from './test-redis';

let built: BuiltPackage;
beforeAll(async () => {
  built = await buildPackage();
});
afterAll(() => built.remove());

const startBoth = `
  const server = await testing.startTestServer();
  const redis = await testing.startTestRedis();
  console.log(JSON.stringify({ pid: process.pid, postgres: server.url, redis: redis.url }));`;

itWithRedis('a run that forgets to stop its servers ends with them', async () => {
  const { pid, postgres, redis } = JSON.parse(await built.run(startBoth));
  await when('Postgres is gone', async () => (await askPostgres(postgres)).kind === 'fails');
  await when('Redis is gone', async () => (await askRedis(redis)).kind === 'fails');
  expect((await readdir(await openRunsFolder())).filter((name) => name.startsWith(`run.${pid}-`))).toEqual(
    [],
  );
});

it.each(['SIGINT', 'SIGTERM'])('a run that gets a %s ends its server', async (signal) => {
  const start = 'const { url } = await testing.startTestServer(); console.log(process.pid, url);';
  const ended = built.run(`${start} process.kill(process.pid, '${signal}'); setInterval(() => {}, 1000);`);
  const text = await ended.catch((error: Error) => error.message);
  const [, pid, url = ''] = /(\d+) (postgres:[^\s\\]+)/.exec(text) ?? [];
  await when('Postgres is gone', async () => (await askPostgres(url)).kind === 'fails');
  expect((await readdir(await openRunsFolder())).filter((name) => name.startsWith(`run.${pid}-`))).toEqual(
    [],
  );
});

itWithRedis('the servers of a run that was killed are swept by the next', async () => {
  const killed = built.run(`${startBoth} process.kill(process.pid, 'SIGKILL');`);
  const text = await killed.catch((error: Error) => error.message);
  const { pid, postgres, redis } = JSON.parse(JSON.parse(text.slice(text.indexOf('{'))).stdout);
  expect(await askPostgres(postgres)).toMatchObject({ kind: 'answers' });
  expect(await askRedis(redis)).toEqual({ kind: 'answers' });
  const next = await startEmbeddedServer(undefined);
  expect(await askPostgres(postgres)).toMatchObject({ kind: 'fails', code: 'ECONNREFUSED' });
  expect(await askRedis(redis)).toMatchObject({ kind: 'fails', code: 'ECONNREFUSED' });
  expect((await readdir(await openRunsFolder())).filter((name) => name.startsWith(`run.${pid}-`))).toEqual(
    [],
  );
  await next.stop();
});

itWithRedis(
  'startTestRedis gives each its own empty server, and nothing where the PATH has none',
  async () => {
    const [one, other] = await Promise.all([startTestRedis(), startTestRedis()]);
    expect(one?.url).not.toBe(other?.url);
    await one?.stop();
    expect(await askRedis(one?.url ?? '')).toMatchObject({ kind: 'fails' });
    expect(await askRedis(other?.url ?? '')).toEqual({ kind: 'answers' });
    await other?.stop();
    const path = process.env.PATH;
    process.env.PATH = '/nowhere';
    try {
      expect(await startTestRedis()).toBeUndefined();
    } finally {
      process.env.PATH = path;
    }
  },
);
