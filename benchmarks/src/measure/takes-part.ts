const slowSeconds = 15;
const roundsOfSlow = 2;

/** A contestant that needs long runs in the first rounds only: its medians need fewer runs, and somebody waits. */
export function takesPart(warmUpSeconds: number, round: number): boolean {
  return warmUpSeconds < slowSeconds || round <= roundsOfSlow;
}
