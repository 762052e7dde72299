import { queryRows } from './query-rows';

/** What is recorded as applied: the timestamp and the name of each. */
export async function recordedIn(url: string): Promise<readonly unknown[]> {
  const rows = await queryRows(url, 'SELECT timestamp, name FROM migrations ORDER BY id');
  return rows.map(({ timestamp, name }) => [Number(timestamp), name]);
}

/** The tables that migrations made. */
export async function tablesIn(url: string): Promise<readonly unknown[]> {
  const rows = await queryRows(
    url,
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('migrations', 'retort_journal') ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}
