import { setImmediate } from 'node:timers/promises';
import { isAbsent } from '../files/is-absent';
import { parseTimes, type RunOutcome, runCommand } from './run-command';

const signal = new AbortController().signal;

function run(source: string, environment: Readonly<Record<string, string>> = {}): Promise<RunOutcome> {
  return runCommand(
    {
      parameters: ['-e', source],
      folder: '/',
      environment: { PATH: process.env.PATH ?? '', ...environment },
    },
    { signal },
  );
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    if (!isAbsent(error)) throw error;
    return false;
  }
}

describe('runCommand', () => {
  it('counts the time of the program and of a program that it started', async () => {
    const busy =
      'const end = process.cpuUsage().user + 3e5; while (process.cpuUsage().user < end) for (let i = 0; i < 1e6; i++);';
    const outcome = await run(
      `${busy} require('node:child_process').spawnSync(process.execPath, ['-e', process.env.BUSY]);`,
      { BUSY: busy },
    );
    if (outcome.kind !== 'done') throw new Error(outcome.because);
    expect(outcome.measured.cpuSeconds).toBeGreaterThan(0.6);
    expect(outcome.measured.wallSeconds).toBeGreaterThan(0.6);
  });

  it('keeps what the program printed apart from the times', async () => {
    const outcome = await run(`console.log('to stdout'); console.error('to stderr');`);
    expect(outcome).toMatchObject({
      kind: 'done',
      measured: { stdout: 'to stdout\n', stderr: 'to stderr\n' },
    });
  });

  it('gives no times of a program that failed, but what it said', async () => {
    expect(await run(`console.error('no table'); process.exit(3);`)).toEqual({
      kind: 'failed',
      because: 'it ended with 3\n    no table',
    });
  });

  it('ends the program and what it started when the benchmark is interrupted', async () => {
    const interrupt = new AbortController();
    let pid: number | undefined;
    const running = runCommand(
      { parameters: ['-e', 'setInterval(() => undefined, 1000)'], folder: '/', environment: {} },
      {
        signal: interrupt.signal,
        onStart: (started) => {
          pid = started;
          interrupt.abort();
        },
      },
    );
    await expect(running).rejects.toThrow('aborted');
    // What was killed is there until the system has noticed.
    while (isThere(-(pid ?? 0))) await setImmediate();
  });
});

describe('parseTimes', () => {
  it('reads what bash prints, in any locale', () => {
    expect(parseTimes('0,532 0,401 0,031\n')).toEqual([0.532, 0.401, 0.031]);
  });

  it('refuses anything else', () => {
    expect(() => parseTimes('0.5 abc 1')).toThrow(`bash's time printed "0.5 abc 1"`);
    expect(() => parseTimes('')).toThrow(`bash's time printed ""`);
  });
});
