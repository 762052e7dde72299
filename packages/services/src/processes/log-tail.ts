const lines = 10;

/** The last lines of a server's log: what it says about its own end. */
export function logTail(log: string): string {
  return log.trimEnd().split('\n').slice(-lines).join('\n');
}
