import { existsSync } from 'node:fs';
import { stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Project } from '../config/read-config';
import { examine, type Finding } from './finding';

const mebibyte = 1024 ** 2;
/** A migration's scratch databases and the log of what is done in them. */
const comfortable = 256 * mebibyte;
/** Not even a new segment of a server's log, and a copy of a database. */
const needed = 32 * mebibyte;

/** Is there room where migrations, caches and the embedded Postgres are written? A database elsewhere is its server's to look after. */
export async function examineDisk({ root, migrationsFolder }: Project): Promise<readonly Finding[]> {
  const disks = new Map<number, string>();
  for (const folder of [root, migrationsFolder, join(root, '.retort')].filter(existsSync)) {
    const { dev } = await stat(folder);
    if (!disks.has(dev)) disks.set(dev, folder);
  }
  return Promise.all(
    [...disks.values()].map((folder) =>
      examine('disk', async () => {
        const { bavail, bsize } = await statfs(folder);
        return describeRoom(folder, bavail * bsize);
      }),
    ),
  );
}

export function describeRoom(folder: string, freeBytes: number): Omit<Finding, 'name'> | string {
  const says = `${Math.floor(freeBytes / mebibyte)} MiB are free at ${folder}`;
  if (freeBytes >= comfortable) return says;
  return { state: freeBytes < needed ? 'failed' : 'warning', says, next: 'Free some space there.' };
}
