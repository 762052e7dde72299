import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface PgBouncer {
  /** The same database, through PgBouncer. */
  readonly url: (url: string) => string;
  stop(): void;
}

/** Where Debian's package puts it, or the path in PGBOUNCER. */
export const pgbouncerBinary = [process.env.PGBOUNCER, '/usr/sbin/pgbouncer', '/usr/bin/pgbouncer'].find(
  (path) => path !== undefined && existsSync(path),
);

/** Starts PgBouncer in transaction mode before the server of `url`. It refuses root, and runs as nobody then. */
export async function startPgBouncer(binary: string, url: string): Promise<PgBouncer> {
  const { hostname, port, username, password } = new URL(url);
  const folder = mkdtempSync(join(tmpdir(), 'retort-pgbouncer-'));
  const listening = await freePort();
  const login = `host=${hostname} port=${port} user=${username} password='${decodeURIComponent(password)}'`;
  writeFileSync(join(folder, 'users.txt'), `"${username}" "${decodeURIComponent(password)}"\n`);
  writeFileSync(
    join(folder, 'pgbouncer.ini'),
    `[databases]\n* = ${login}\n[pgbouncer]\npool_mode = transaction\nlisten_addr = 127.0.0.1\nlisten_port = ${listening}
auth_type = plain\nauth_file = ${folder}/users.txt\ndefault_pool_size = 10\nunix_socket_dir =\n`,
  );
  chmodSync(folder, 0o755);
  const root = process.getuid?.() === 0;
  const nobody = 65534;
  if (root) chownSync(folder, nobody, nobody);
  const child = spawn(binary, ['-q', join(folder, 'pgbouncer.ini')], {
    stdio: 'ignore',
    ...(root ? { uid: nobody, gid: nobody } : {}),
  });
  return {
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
