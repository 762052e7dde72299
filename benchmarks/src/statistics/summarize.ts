import type { Outcome, Sample } from '../measure/sample';
import { median } from './median';

export interface Figures {
  readonly wallSeconds: number | undefined;
  readonly cpuSeconds: number | undefined;
  readonly serverCpuSeconds: number | undefined;
  readonly peakMebibytes: number | undefined;
}

/** The medians of a contestant. */
export function summarize({ samples, peakMebibytes }: Outcome): Figures {
  return {
    wallSeconds: median(samples.map(({ wallSeconds }) => wallSeconds)),
    cpuSeconds: median(samples.map(({ cpuSeconds }) => cpuSeconds)),
    serverCpuSeconds: median(
      samples.flatMap(({ serverCpuSeconds }) => (serverCpuSeconds === undefined ? [] : [serverCpuSeconds])),
    ),
    peakMebibytes,
  };
}

export interface Ratio {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** `ours` in parts of `theirs`, from the rounds in which both ran: both had the same machine then. */
export function compare(ours: Outcome, theirs: Outcome, of: (sample: Sample) => number): Ratio | undefined {
  const byRound = new Map(ours.samples.map((sample) => [sample.round, of(sample)]));
  const ratios = theirs.samples.flatMap((sample) => {
    const our = byRound.get(sample.round);
    const their = of(sample);
    return our === undefined || their === 0 ? [] : [our / their];
  });
  const middle = median(ratios);
  if (middle === undefined) return undefined;
  return { median: middle, least: Math.min(...ratios), most: Math.max(...ratios) };
}
