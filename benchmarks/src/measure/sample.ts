/** What one run of a program cost. */
export interface Sample {
  /** Runs of different contestants in one round are compared with each other. */
  readonly round: number;
  readonly wallSeconds: number;
  /** User and system, of the program and of every program that it started and waited for. */
  readonly cpuSeconds: number;
  /** Of Postgres during the run; undefined where it cannot be seen. */
  readonly serverCpuSeconds: number | undefined;
}

/** Every run of one contestant in one row. */
export interface Outcome {
  readonly name: string;
  /** Ours are what the others are compared with. */
  readonly side: 'ours' | 'theirs';
  readonly samples: readonly Sample[];
  /** The most memory that the program and its children held at once, seen in a run that is not timed. */
  readonly peakMebibytes: number | undefined;
}
