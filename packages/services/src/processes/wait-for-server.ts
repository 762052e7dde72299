import { readFile } from 'node:fs/promises';
import { ServiceError } from '../errors/service-error';
import { logTail } from './log-tail';
import { pollUntil } from './poll-until';
import { type RunningProcess, readProcess } from './read-process';

export type StartOutcome =
  | { readonly kind: 'answers'; readonly process: RunningProcess }
  | { readonly kind: 'portTaken' };

export interface AwaitedServer {
  readonly name: string;
  readonly process: RunningProcess | undefined;
  readonly answers: () => Promise<boolean>;
  readonly logFile: string;
  /** What the server's log says when another program has its port. */
  readonly portTaken: RegExp;
  readonly deadlineMs: number;
}

/** Waits until a server that was just started answers. A taken port is an outcome; any other end is an error with the log's own words. */
export async function waitForServer(server: AwaitedServer): Promise<StartOutcome> {
  const { name, process: started, answers, logFile, portTaken, deadlineMs } = server;
  const outcome = await pollUntil<'ended' | StartOutcome>(
    async () => {
      if (started === undefined || (await readProcess(started.pid))?.startedAt !== started.startedAt)
        return 'ended';
      return (await answers()) ? { kind: 'answers', process: started } : undefined;
    },
    { deadlineMs },
  );
  if (outcome !== undefined && outcome !== 'ended') return outcome;
  const log = await readFile(logFile, 'utf8');
  if (outcome === 'ended' && portTaken.test(log)) return { kind: 'portTaken' };
  const how =
    outcome === 'ended' ? 'ended at its start' : `did not answer within ${deadlineMs / 1000} seconds`;
  throw new ServiceError({
    what: `${name} ${how}. Its log ends:\n${logTail(log)}`,
    at: logFile,
    next: 'Set right what the log names and run make setup again; make teardown removes the server and its data',
  });
}
