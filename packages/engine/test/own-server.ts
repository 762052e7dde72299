import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { queryRows } from './query-rows';

/** A server whose settings a test chooses; where its programs are is asked of /proc. */
export interface OwnServer {
  readonly url: string;
  /** Where its unix socket is. */
  readonly folder: string;
  readonly port: number;
  start(): Promise<void>;
  /** A fast shutdown. */
  stop(): Promise<void>;
  /** A file of its data folder. */
  write(name: string, text: string): void;
  remove(): void;
}

export const canHaveOwnServer =
  process.platform === 'linux' && process.env.TEST_DATABASE !== 'testcontainers';

/** Makes a server with the programs of the tests' own, and starts it. It trusts everybody on this machine. */
export async function startOwnServer(): Promise<OwnServer> {
  const [found] = await queryRows(
    process.env.RETORT_TEST_SERVER ?? '',
    `SELECT current_setting('data_directory') AS data`,
  );
  const theirs = String(found?.data);
  const { uid, gid } = statSync(theirs);
  const pid = readFileSync(join(theirs, 'postmaster.pid'), 'utf8').split('\n')[0];
  const programs = dirname(readlinkSync(`/proc/${pid}/exe`));
  const as = process.getuid?.() === 0 ? { uid, gid } : {};
  const folder = mkdtempSync(join(tmpdir(), 'retort-own-'));
  chownSync(folder, uid, gid);
  const data = join(folder, 'data');
  execFileSync(join(programs, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync'], {
    ...as,
    stdio: 'pipe',
  });
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, 'fsync=off'];
  const parameters = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  let running: ChildProcess | undefined;
  const server: OwnServer = {
    url,
    folder,
    port,
    async start() {
      running = spawn(join(programs, 'postgres'), parameters, { ...as, stdio: 'ignore' });
      await untilAnswers(url, running);
    },
    stop: () =>
      new Promise((done) => {
        running?.once('exit', () => done());
        running?.kill('SIGINT');
      }),
    write(name, text) {
      writeFileSync(join(data, name), text);
      chownSync(join(data, name), uid, gid);
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
  await server.start();
  return server;
}

async function untilAnswers(url: string, server: ChildProcess): Promise<void> {
  while (server.exitCode === null) {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    const answers = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end();
    if (answers) return;
  }
  throw new Error('the server ended');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
