import type { Sample } from './sample';

/** A program to run. */
export interface Command {
  /** Of Node, which is the same for every contestant. */
  readonly parameters: readonly string[];
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
}

export interface Finished {
  readonly stdout: string;
  readonly stderr: string;
}

/** One way to do what a row is about. */
export interface Contestant {
  readonly name: string;
  readonly side: 'ours' | 'theirs';
  readonly command: Command;
  /** Makes the state that the row begins with. Not timed. */
  reset(round: number): Promise<void>;
  /** Says what the run should have done and did not; undefined when all is well. Not timed. */
  findFault(round: number, finished: Finished): Promise<string | undefined>;
}

export interface Row {
  readonly title: string;
  readonly contestants: readonly Contestant[];
}

export type Measured = Finished & Omit<Sample, 'round' | 'serverCpuSeconds'>;
