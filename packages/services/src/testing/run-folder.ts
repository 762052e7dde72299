import { rmSync } from 'node:fs';
import { chown, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ownedName } from '../folders/owned-name';
import { sendSignal } from '../processes/send-signal';
import type { ServerUser } from '../processes/server-user';

/** A folder for one test server, which the next run sweeps if this one is killed. */
export async function makeRunFolder(testFolder: string, user: ServerUser | undefined): Promise<string> {
  const folder = await ownedName(join(testFolder, 'run'));
  await mkdir(folder, { mode: 0o700 });
  if (user !== undefined) await chown(folder, user.uid, user.gid);
  return folder;
}

const ending = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A `stop` that can be called again, and that the end of this process stands in for if nobody calls it. */
export function stopOnce(
  pid: number,
  runFolder: string,
  stopServer: () => Promise<unknown>,
): () => Promise<void> {
  // There is no waiting in an exit handler.
  const atExit = () => {
    sendSignal(pid, 'SIGQUIT');
    rmSync(runFolder, { recursive: true, force: true, maxRetries: 5 });
  };
  // A signal ends a process without its exit handlers, and it is ended by it all the same.
  const onSignal = (signal: NodeJS.Signals) => {
    atExit();
    process.kill(process.pid, signal);
  };
  process.once('exit', atExit);
  for (const signal of ending) process.once(signal, onSignal);
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    process.off('exit', atExit);
    for (const signal of ending) process.off(signal, onSignal);
    await stopServer();
    await rm(runFolder, { recursive: true, force: true, maxRetries: 5 });
  };
  return () => {
    stopping ??= stop();
    return stopping;
  };
}
