/** On what the timings were taken. */
export interface Conditions {
  readonly node: string;
  readonly postgres: string;
  readonly platform: string;
  readonly processors: number;
  /** The load average of the last minute, before the first run. */
  readonly load: number;
  readonly seed: number;
  readonly rounds: number;
  readonly versions: readonly (readonly [name: string, version: string])[];
}

/** What stands above the rows. */
export function renderHeading(conditions: Conditions): string {
  const { node, postgres, platform, processors, load, seed, rounds, versions } = conditions;
  const busy =
    load > processors / 2
      ? `\nThe machine is busy (load ${load.toFixed(1)}): of the seconds below, only the ratios mean something.`
      : '';
  return `Node ${node}, Postgres ${postgres}, ${platform}, ${processors} processors, seed ${seed}, ${rounds} interleaved rounds
${versions.map(([name, version]) => `${name} ${version}`).join(', ')}
Whole processes: seconds from start to exit, processor time (user and system) of the program and of the server, the
most memory held at once. A ratio is what ours costs in parts of the other, median (least–most) of the rounds.${busy}
`;
}
