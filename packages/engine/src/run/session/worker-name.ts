/** What the server is told that a connection that migrates is. */
export const workerNames = ['retort migrate', 'retort downgrade'] as const;

export function workerName(direction: 'up' | 'down'): string {
  return workerNames[direction === 'up' ? 0 : 1];
}
