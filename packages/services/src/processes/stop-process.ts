import { pollUntil } from './poll-until';
import { type RunningProcess, readProcess } from './read-process';
import { sendSignal } from './send-signal';

export interface StopStep {
  readonly signal: NodeJS.Signals;
  readonly waitMs: number;
}

/** Sends the signals one after the other until the process is gone, and tells whether it is. */
export async function stopProcess(running: RunningProcess, steps: readonly StopStep[]): Promise<boolean> {
  for (const { signal, waitMs } of steps) {
    if (await isGone(running)) return true;
    sendSignal(running.pid, signal);
    // One that is suspended (Ctrl-Z, a debugger) hears nothing before it goes on.
    if (signal !== 'SIGKILL') sendSignal(running.pid, 'SIGCONT');
    const gone = await pollUntil(async () => ((await isGone(running)) ? true : undefined), {
      deadlineMs: waitMs,
    });
    if (gone) return true;
  }
  return isGone(running);
}

async function isGone({ pid, startedAt }: RunningProcess): Promise<boolean> {
  return (await readProcess(pid))?.startedAt !== startedAt;
}
