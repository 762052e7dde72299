import { setTimeout } from 'node:timers/promises';
import type { RunQuery } from '../../connect/run-query';
import { workerNames } from '../session/worker-name';

const pollMs = 200;

/** How long a pooler may take. */
const endTimeoutMs = 10_000;

/** A pooler ends what its client left, as soon as its statement ends: by what it is called, since no lock of a session tells. */
export async function untilPoolerEnds(query: RunQuery): Promise<void> {
  const deadlineMs = performance.now() + endTimeoutMs;
  for (;;) {
    await query('SELECT pg_catalog.pg_stat_clear_snapshot()');
    const working = await query(
      `SELECT FROM pg_catalog.pg_stat_activity WHERE datname = pg_catalog.current_database() AND state <> 'idle'
         AND application_name = ANY ($1)`,
      [workerNames],
    );
    if (working.length === 0) return;
    if (performance.now() >= deadlineMs) throw new Error('the pooler keeps what its client left');
    await setTimeout(pollMs);
  }
}
