import { startTestServer, type TestServer } from '@retort/services/testing';
import { openDatabases, runSql } from '../ground/databases';
import { watchServerCpu } from './server-cpu';

const onLinux = process.platform === 'linux' && process.env.TEST_DATABASE !== 'testcontainers' ? it : it.skip;

describe('watchServerCpu', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });

  afterAll(() => server.stop());

  onLinux('counts the time of a connection that has ended', async () => {
    const { admin } = await openDatabases(server.url);
    const serverCpu = await watchServerCpu(admin);
    const before = (await serverCpu.read()) ?? 0;
    const started = performance.now();
    await runSql(server.url, `SELECT sum(sqrt(number)) FROM generate_series(1, 3000000) AS number`);
    const elapsedSeconds = (performance.now() - started) / 1000;
    const after = (await serverCpu.read()) ?? 0;
    await admin.end();
    expect(after - before).toBeGreaterThan(0.1);
    expect(after - before).toBeLessThan(elapsedSeconds + 0.1);
  });
});
