import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import type { Client } from 'pg';
import { isAbsent } from '../files/is-absent';

/** How long all processes of a Postgres have used a processor so far, in seconds. */
export interface ServerCpu {
  /** Undefined where the server's processes cannot be seen: another system than Linux, or a container. */
  read(): Promise<number | undefined>;
}

const ticksPerSecond = 100;

export async function watchServerCpu(admin: Client): Promise<ServerCpu> {
  const postmaster = await findPostmaster(admin);
  return {
    async read() {
      if (postmaster === undefined) return undefined;
      await waitUntilAlone(admin);
      for (;;) {
        const ticks = await readAll(postmaster);
        if (ticks !== undefined) return ticks / ticksPerSecond;
      }
    },
  };
}

/** Undefined where a child ended meanwhile: it may be counted nowhere. */
async function readAll(postmaster: number): Promise<number | undefined> {
  const children = await listChildren(postmaster);
  // Of a child that has ended, the postmaster keeps the time.
  const ended = readTicks(postmaster, [0, 1, 2, 3]);
  const running = children.map((child) => readTicks(child, [0, 1]));
  return running.reduce<number | undefined>(
    (sum, ticks) => (sum === undefined || ticks === undefined ? undefined : sum + ticks),
    ended ?? 0,
  );
}

async function findPostmaster(admin: Client): Promise<number | undefined> {
  if (process.platform !== 'linux') return undefined;
  const { rows } = await admin.query<{ pid: string }>(
    `SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1) AS pid`,
  );
  const pid = Number(rows[0]?.pid);
  return readStat(pid)?.name === 'postgres' ? pid : undefined;
}

/** A backend ends a moment after its client; until then its time is counted nowhere for good. */
async function waitUntilAlone(admin: Client): Promise<void> {
  const deadline = Date.now() + 5_000;
  while (Date.now() < deadline) {
    const { rows } = await admin.query<{ others: number }>(
      `SELECT count(*)::int AS others FROM pg_stat_activity
       WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
    );
    if (rows[0]?.others === 0) return;
    await setTimeout(5);
  }
}

async function listChildren(postmaster: number): Promise<readonly number[]> {
  const pids = (await readdir('/proc')).filter((entry) => /^\d+$/.test(entry)).map(Number);
  return pids.filter((pid) => readStat(pid)?.parent === postmaster);
}

function readTicks(pid: number, which: readonly number[]): number | undefined {
  const ticks = readStat(pid)?.ticks;
  return ticks && which.reduce((sum, index) => sum + (ticks[index] ?? 0), 0);
}

interface Stat {
  readonly name: string;
  readonly parent: number;
  /** Its own user and system ticks, then those of its children that have ended. */
  readonly ticks: readonly number[];
}

/** See proc(5). Undefined when there is no such process. */
function readStat(pid: number): Stat | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch (error) {
    if (!isAbsent(error)) throw error;
    return undefined;
  }
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return {
    name: text.slice(text.indexOf('(') + 1, text.lastIndexOf(')')),
    parent: Number(fields[1]),
    ticks: fields.slice(11, 15).map(Number),
  };
}
