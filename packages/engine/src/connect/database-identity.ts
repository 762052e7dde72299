import type { ClientBase } from 'pg';

/** The same for every way to a database, whatever name of its server or role leads there; another for any other database. */
export async function databaseIdentity(client: ClientBase): Promise<string> {
  // The number of the cluster alone is the same for its replicas, and not every role may ask for it.
  const { rows } = await client.query<{ identity: string }>(
    `SELECT concat_ws(' ', extract(epoch FROM pg_postmaster_start_time()), oid) AS identity
       FROM pg_database WHERE datname = current_database()`,
  );
  const identity = rows[0]?.identity;
  if (identity === undefined) throw new Error('the server does not know the database that it is asked in');
  return identity;
}
