import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface PgBouncer {
  /** The same database, through PgBouncer. */
  readonly url: (url: string) => string;
  /** The path of its authority's certificate, where it has TLS. */
  readonly certificate: string;
  stop(): void;
}

/** Where Debian's package puts it, or the path in PGBOUNCER. */
export const pgbouncerBinary = [process.env.PGBOUNCER, '/usr/sbin/pgbouncer', '/usr/bin/pgbouncer'].find(
  (path) => path !== undefined && existsSync(path),
);

export interface PgBouncerOptions {
  /** TLS between it and its clients; its certificate says `localhost`, and is its own authority. */
  readonly tls?: boolean;
  readonly mode?: 'session' | 'transaction';
  /** The role of the URL may ask it for its pools. */
  readonly mayAsk?: boolean;
  /** How many sessions of the server it has for a database and role. */
  readonly size?: number;
}

/** Starts PgBouncer (by default in transaction mode) before the server of `url`. It refuses root, and runs as nobody then. */
export async function startPgBouncer(
  binary: string,
  url: string,
  { tls = false, mode = 'transaction', mayAsk = false, size = 10 }: PgBouncerOptions = {},
): Promise<PgBouncer> {
  const { hostname, port, username, password } = new URL(url);
  const folder = mkdtempSync(join(tmpdir(), 'retort-pgbouncer-'));
  const listening = await freePort();
  const login = `host=${hostname} port=${port} user=${username} password='${decodeURIComponent(password)}'`;
  writeFileSync(join(folder, 'users.txt'), `"${username}" "${decodeURIComponent(password)}"\n`);
  writeFileSync(
    join(folder, 'pgbouncer.ini'),
    `[databases]\n* = ${login}\n[pgbouncer]\npool_mode = ${mode}\n${mayAsk ? `stats_users = ${username}\n` : ''}listen_addr = 127.0.0.1\nlisten_port = ${listening}
auth_type = plain\nauth_file = ${folder}/users.txt\ndefault_pool_size = ${size}\nunix_socket_dir =\n${
      tls
        ? `client_tls_sslmode = require\nclient_tls_key_file = ${folder}/key.pem\nclient_tls_cert_file = ${folder}/certificate.pem\n`
        : ''
    }`,
  );
  const certificate = join(folder, 'certificate.pem');
  if (tls) makeCertificate(folder, certificate);
  chmodSync(folder, 0o755);
  const root = process.getuid?.() === 0;
  const nobody = 65534;
  if (root) for (const name of ['', ...readdirSync(folder)]) chownSync(join(folder, name), nobody, nobody);
  const child = spawn(binary, ['-q', join(folder, 'pgbouncer.ini')], {
    stdio: 'ignore',
    ...(root ? { uid: nobody, gid: nobody } : {}),
  });
  return {
    certificate,
    url: (direct) => {
      const through = new URL(direct);
      through.host = `127.0.0.1:${listening}`;
      return through.toString();
    },
    stop: () => {
      child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function makeCertificate(folder: string, certificate: string): void {
  const subject = '-subj /CN=localhost -addext subjectAltName=DNS:localhost';
  const files = `-keyout ${folder}/key.pem -out ${certificate}`;
  execFileSync('openssl', `req -x509 -newkey rsa:2048 -nodes -days 1 ${subject} ${files}`.split(' '), {
    stdio: 'pipe',
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** Whether the binary runs here at all: its libraries may be missing. */
export function runsHere(binary: string): boolean {
  return spawnSync(binary, ['--version']).status === 0;
}
