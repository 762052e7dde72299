import type { Contestant, Row } from './contestant';
import { runCommand } from './run-command';
import type { Outcome, Sample } from './sample';
import type { ServerCpu } from './server-cpu';
import { takesPart } from './takes-part';
import { type MemoryWatch, watchMemory } from './watch-memory';

export interface MeasureOptions {
  readonly rounds: number;
  readonly serverCpu: ServerCpu;
  readonly signal: AbortSignal;
  /** Told what runs now. */
  readonly onRun: (line: string) => void;
}

export interface RowResult {
  readonly title: string;
  readonly outcomes: readonly Outcome[];
  readonly failures: readonly Failure[];
}

export interface Failure {
  readonly name: string;
  readonly side: Contestant['side'];
  readonly because: string;
}

type Entry = { readonly contestant: Contestant } & Omit<Outcome, 'samples' | 'name' | 'side'> & {
    readonly samples: Sample[];
    readonly warmUpSeconds: number;
  };

/**
 * Runs every contestant of a row once for its memory, untimed, which also warms what can be warm; then all of them in
 * turn, round after round, each round beginning with another one. Who fails is out, and said.
 */
export async function measureRow(row: Row, options: MeasureOptions): Promise<RowResult> {
  const failures: Failure[] = [];
  const fail = ({ name, side }: Contestant, because: string) => failures.push({ name, side, because });
  let entries: readonly Entry[] = [];
  for (const contestant of row.contestants) {
    options.onRun(`${row.title}: ${contestant.name}, memory`);
    const entry = await enter(contestant, options);
    if (typeof entry === 'string') fail(contestant, entry);
    else entries = [...entries, entry];
  }
  for (let round = 1; round <= options.rounds; round++) {
    for (const entry of rotate(entries, round)) {
      if (!takesPart(entry.warmUpSeconds, round)) continue;
      options.onRun(`${row.title}: ${entry.contestant.name}, round ${round} of ${options.rounds}`);
      const sample = await runOnce(entry.contestant, round, options);
      if (typeof sample !== 'string') {
        entry.samples.push(sample);
        continue;
      }
      fail(entry.contestant, sample);
      entries = entries.filter((other) => other !== entry);
    }
  }
  const outcomes = entries.map(({ contestant: { name, side }, samples, peakMebibytes }) => ({
    name,
    side,
    samples,
    peakMebibytes,
  }));
  return { title: row.title, outcomes, failures };
}

/** The run for the memory. A string says why it failed. */
async function enter(contestant: Contestant, { signal }: MeasureOptions): Promise<Entry | string> {
  await contestant.reset(0);
  let watch: MemoryWatch | undefined;
  const outcome = await runCommand(contestant.command, {
    signal,
    onStart: (pid) => {
      watch = watchMemory(pid);
    },
  });
  const peakMebibytes = watch?.stop();
  if (outcome.kind === 'failed') return outcome.because;
  const fault = await contestant.findFault(0, outcome.measured);
  if (fault !== undefined) return fault;
  return { contestant, samples: [], peakMebibytes, warmUpSeconds: outcome.measured.wallSeconds };
}

async function runOnce(
  contestant: Contestant,
  round: number,
  { serverCpu, signal }: MeasureOptions,
): Promise<Sample | string> {
  await contestant.reset(round);
  const before = await serverCpu.read();
  const outcome = await runCommand(contestant.command, { signal });
  const after = await serverCpu.read();
  if (outcome.kind === 'failed') return outcome.because;
  const { measured } = outcome;
  const fault = await contestant.findFault(round, measured);
  if (fault !== undefined) return fault;
  return {
    round,
    wallSeconds: measured.wallSeconds,
    cpuSeconds: measured.cpuSeconds,
    serverCpuSeconds: before === undefined || after === undefined ? undefined : after - before,
  };
}

function rotate<T>(list: readonly T[], by: number): readonly T[] {
  const start = list.length === 0 ? 0 : by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}
