import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestServer, type TestServer } from '@retort/services/testing';
import { queryRows } from '../../test/query-rows';
import { withConnection } from './connect';
import { settleSslMode } from './settle-ssl-mode';

const modes = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const;
const encrypted = 'SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()';

let server: TestServer;
let folder: string;
beforeAll(async () => {
  const binaries = process.env.RETORT_TEST_BINARIES;
  server = await startTestServer(binaries === undefined ? {} : { binaries });
  folder = mkdtempSync(join(tmpdir(), 'retort-ssl-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.stop();
});

/** Whether the session of such a URL is encrypted, or why there is none. */
async function connect(mode: string, host: string): Promise<unknown> {
  const url = new URL(server.url);
  url.hostname = host;
  const flags = mode.startsWith('verify') ? `&sslrootcert=${folder}/root.crt` : '';
  try {
    return await withConnection(await settleSslMode(`${url}?sslmode=${mode}${flags}`), async (client) => {
      const { rows } = await client.query(encrypted);
      return rows[0]?.ssl;
    });
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
}

const ofHost = (host: string) =>
  Promise.all(modes.map(async (mode) => [mode, await connect(mode, host)] as const)).then(Object.fromEntries);

/** Makes a certificate for localhost, and a server that uses it. */
async function turnOn(): Promise<void> {
  const { data } = (await queryRows(server.url, `SELECT current_setting('data_directory') AS data`))[0] ?? {};
  const [key, certificate] = [join(String(data), 'server.key'), join(String(data), 'server.crt')];
  execFileSync(
    'openssl',
    `req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout ${key} -out ${certificate}`.split(
      ' ',
    ),
    { stdio: 'pipe' },
  );
  const { uid, gid } = statSync(String(data));
  for (const path of [key, certificate]) chownSync(path, uid, gid);
  writeFileSync(join(folder, 'root.crt'), readFileSync(certificate));
  await queryRows(server.url, 'ALTER SYSTEM SET ssl = on');
  await queryRows(server.url, 'SELECT pg_reload_conf()');
  while ((await queryRows(server.url, `SELECT WHERE current_setting('ssl') = 'on'`)).length === 0);
}

const here = process.env.TEST_DATABASE === 'testcontainers' ? describe.skip : describe;

here('sslmode', () => {
  it('means what libpq means by it, with a server that has no SSL and with one that has', async () => {
    writeFileSync(join(folder, 'root.crt'), 'not asked for');
    const none = expect.stringContaining('The server does not support SSL connections');
    expect(await ofHost('127.0.0.1')).toEqual({
      disable: false,
      allow: false,
      prefer: false,
      require: none,
      'verify-ca': none,
      'verify-full': none,
    });
    await turnOn();
    expect(await ofHost('localhost')).toEqual({
      disable: false,
      allow: false,
      prefer: true,
      require: true,
      'verify-ca': true,
      'verify-full': true,
    });
    expect(await ofHost('127.0.0.1')).toMatchObject({
      require: true,
      'verify-ca': true,
      'verify-full': expect.stringContaining("does not match certificate's altnames"),
    });
    const hba = join(
      String((await queryRows(server.url, `SELECT current_setting('hba_file') AS hba`))[0]?.hba),
    );
    writeFileSync(hba, `hostnossl all all all reject\n${readFileSync(hba, 'utf8')}`);
    await queryRows(server.url, 'SELECT pg_reload_conf()');
    while ((await connect('disable', '127.0.0.1')) === false);
    expect(await connect('allow', '127.0.0.1')).toBe(true);
  });

  it('is refused where there is no such mode, or no authority to ask', async () => {
    await expect(settleSslMode('postgres://localhost/x?sslmode=maybe')).rejects.toMatchObject({
      message: 'POSTGRES_URL says sslmode=maybe, and there is no such mode.',
      next: 'Say disable, allow, prefer, require, verify-ca or verify-full.',
      kind: 'settings',
    });
    await expect(settleSslMode('postgres://localhost/x?sslmode=verify-ca')).rejects.toMatchObject({
      message: 'POSTGRES_URL says sslmode=verify-ca, and not which authority it trusts.',
      kind: 'settings',
    });
  });
});
