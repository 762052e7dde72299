import { type ChildProcess, spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { BenchmarkError } from '../errors/benchmark-error';
import type { Command, Measured } from './contestant';

export type RunOutcome =
  | { readonly kind: 'done'; readonly measured: Measured }
  | { readonly kind: 'failed'; readonly because: string };

export interface RunOptions {
  readonly signal: AbortSignal;
  /** Called with the process once it runs. */
  readonly onStart?: (pid: number) => void;
}

const timeoutMs = 20 * 60_000;

// Bash's own `time` asks the kernel for the time of all that it waited for, children of children included, to the
// millisecond. Node can ask that only of itself.
const script = `TIMEFORMAT='%3R %3U %3S'; { time "$@" 2>&4 3>&- 4>&-; } 4>&2 2>&3`;

/** Runs a program to its end and says what that cost: the whole process, from its start to its exit. */
export async function runCommand(command: Command, { signal, onStart }: RunOptions): Promise<RunOutcome> {
  signal.throwIfAborted();
  const child = spawn('bash', ['-c', script, 'bash', process.execPath, ...command.parameters], {
    cwd: command.folder,
    env: command.environment,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    // A process group of its own, so that what it started can be ended with it.
    detached: true,
  });
  const stop = () => endGroup(child);
  const timer = setTimeout(stop, timeoutMs);
  signal.addEventListener('abort', stop);
  try {
    if (child.pid !== undefined) onStart?.(child.pid);
    const [exitCode, stdout, stderr, times] = await Promise.all([
      ended(child),
      readAll(child.stdio[1]),
      readAll(child.stdio[2]),
      readAll(child.stdio[3]),
    ]);
    signal.throwIfAborted();
    if (exitCode !== 0) return { kind: 'failed', because: explainFailure(exitCode, stdout, stderr) };
    const [wallSeconds, user, system] = parseTimes(times);
    return { kind: 'done', measured: { stdout, stderr, wallSeconds, cpuSeconds: user + system } };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

function endGroup({ pid, exitCode }: ChildProcess): void {
  if (pid !== undefined && exitCode === null) process.kill(-pid, 'SIGKILL');
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', (cause) =>
      reject(
        new BenchmarkError({
          what: 'bash does not run: its `time` is what measures.',
          at: 'bash',
          next: 'Install bash.',
          cause,
        }),
      ),
    );
    child.once('exit', resolve);
  });
}

async function readAll(stream: ChildProcess['stdio'][number]): Promise<string> {
  if (!(stream instanceof Readable)) throw new Error('the program has no such pipe');
  let text = '';
  for await (const chunk of stream.setEncoding('utf8')) text += chunk;
  return text;
}

/** The three numbers that bash printed. Some locales write a comma for the point. */
export function parseTimes(text: string): readonly [wall: number, user: number, system: number] {
  const [wall, user, system] = text.trim().replaceAll(',', '.').split(' ').map(Number);
  if (
    wall === undefined ||
    user === undefined ||
    system === undefined ||
    [wall, user, system].some(Number.isNaN)
  ) {
    throw new Error(`bash's time printed ${JSON.stringify(text)}`);
  }
  return [wall, user, system];
}

function explainFailure(exitCode: number | null, stdout: string, stderr: string): string {
  const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '');
  const last = lines.slice(-12).map((line) => `    ${line}`);
  return [`it ended with ${exitCode ?? 'a signal'}`, ...last].join('\n');
}
