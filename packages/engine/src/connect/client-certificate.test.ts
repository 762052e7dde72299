import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestServer, type TestServer } from '@retort/services/testing';
import { makeHistory } from '../../test/make-history';
import { queryRows } from '../../test/query-rows';
import { migrate } from '../run/run-pending';
import { withDataSource } from '../run/session/open-data-source';
import { withConnection } from './connect';
import { settleSslMode } from './settle-ssl-mode';

const here = process.env.TEST_DATABASE === 'testcontainers' ? describe.skip : describe;

/** A server that takes only those who have a certificate of its authority, which says who they are. */
here('a client certificate', () => {
  let server: TestServer;
  let folder: string;
  beforeAll(async () => {
    const binaries = process.env.RETORT_TEST_BINARIES;
    server = await startTestServer(binaries === undefined ? {} : { binaries });
    folder = mkdtempSync(join(tmpdir(), 'retort-certificates-'));
    makeAuthority('root');
    makeAuthority('stranger');
    makeCertificate('server', 'localhost', 'root');
    makeCertificate('deployer', 'deployer', 'root');
    makeCertificate('impostor', 'deployer', 'stranger');
    await queryRows(server.url, 'CREATE ROLE deployer LOGIN SUPERUSER');
    await demandCertificates();
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await server.stop();
  });

  function openssl(line: string): void {
    execFileSync('openssl', line.split(' '), { cwd: folder, stdio: 'pipe' });
  }

  function makeAuthority(name: string): void {
    openssl(
      `req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=${name} -keyout ${name}.key -out ${name}.crt`,
    );
  }

  function makeCertificate(name: string, subject: string, authority: string): void {
    openssl(`req -newkey rsa:2048 -nodes -subj /CN=${subject} -keyout ${name}.key -out ${name}.csr`);
    writeFileSync(join(folder, 'names'), `subjectAltName=DNS:${subject}`);
    openssl(
      `x509 -req -days 1 -in ${name}.csr -CA ${authority}.crt -CAkey ${authority}.key -CAcreateserial -extfile names -out ${name}.crt`,
    );
  }

  async function demandCertificates(): Promise<void> {
    const [row] = await queryRows(
      server.url,
      `SELECT current_setting('data_directory') AS data, current_setting('hba_file') AS hba`,
    );
    const { uid, gid } = statSync(String(row?.data));
    for (const name of ['root.crt', 'server.crt', 'server.key']) {
      const path = join(String(row?.data), name);
      writeFileSync(path, readFileSync(join(folder, name)));
      chmodSync(path, 0o600);
      chownSync(path, uid, gid);
    }
    for (const setting of ["ssl_ca_file = 'root.crt'", 'ssl = on'])
      await queryRows(server.url, `ALTER SYSTEM SET ${setting}`);
    const hba = String(row?.hba);
    writeFileSync(hba, `hostssl all deployer all cert\n${readFileSync(hba, 'utf8')}`);
    await queryRows(server.url, 'SELECT pg_reload_conf()');
    while ((await queryRows(server.url, `SELECT WHERE current_setting('ssl') = 'on'`)).length === 0);
  }

  function urlOf(certificate: string | undefined, mode: string, host = 'localhost'): Promise<string> {
    const flags =
      certificate === undefined
        ? ''
        : `&sslcert=${folder}/${certificate}.crt&sslkey=${folder}/${certificate}.key`;
    return settleSslMode(
      `postgres://deployer@${host}:${new URL(server.url).port}/postgres?sslmode=${mode}&sslrootcert=${folder}/root.crt${flags}`,
    );
  }

  it.each([
    ['require', '127.0.0.1'],
    ['verify-ca', '127.0.0.1'],
    ['verify-full', 'localhost'],
  ])('says who connects, with sslmode=%s', async (mode, host) => {
    const url = await urlOf('deployer', mode, host);
    const who = 'SELECT current_user AS name, ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()';
    expect(await withConnection(url, async (client) => (await client.query(who)).rows)).toEqual([
      { name: 'deployer', ssl: true },
    ]);
    expect(await withDataSource({ url }, 'test', (dataSource) => dataSource.query(who))).toEqual([
      { name: 'deployer', ssl: true },
    ]);
  });

  it('is enough to migrate, with TypeORM and without', async () => {
    const database = { url: await urlOf('deployer', 'verify-full') };
    const history = makeHistory(
      { slug: 'add_users', up: 'CREATE TABLE users ()' },
      { slug: 'add_age', up: async (queryRunner) => void (await queryRunner.query('SELECT $1::int', [1])) },
    );
    expect(await migrate({ database, history, target: 'head' })).toHaveLength(2);
  });

  it.each([
    [
      undefined,
      'Postgres refused the user deployer: connection requires a valid client certificate.',
      'Correct the user and password in POSTGRES_URL.',
    ],
    [
      'impostor',
      `The server at localhost:<port> refused the client's certificate: tlsv1 alert unknown ca.`,
      'Correct sslcert and sslkey in POSTGRES_URL: its authority has to be one that the server knows.',
    ],
  ])('is asked for: %s', async (certificate, message, next) => {
    const { port } = new URL(server.url);
    const url = await urlOf(certificate, 'verify-full');
    await expect(withConnection(url, () => Promise.resolve())).rejects.toMatchObject({
      message: message.replace('<port>', port),
      at: `localhost:${port}/postgres (POSTGRES_URL)`,
      next,
    });
  });

  it('of a server whose authority is not the one that is named is not trusted', async () => {
    const { port } = new URL(server.url);
    const url = (await urlOf('deployer', 'verify-full')).replace('root.crt', 'stranger.crt');
    await expect(withConnection(url, () => Promise.resolve())).rejects.toMatchObject({
      message: `The certificate of localhost:${port} is not trusted: self-signed certificate in certificate chain.`,
      next: 'Correct the host in POSTGRES_URL, or name the authority that signed it: sslrootcert=/path/to/root.crt',
    });
  });
});
