import { type Database, RetortError, type ServerWait, withConnectionWhenReady } from '@retort/engine/state';
import type { Context } from '../context';
import { readPostgresVersion } from '../environment/read-postgres-version';

/** @throws RetortError of kind `settings` when the server is older than the models need (`minimumPostgres`). */
export async function refuseOldPostgres(
  { project }: Pick<Context, 'project'>,
  { url }: Database,
  wait: ServerWait = { timeoutMs: 0 },
): Promise<void> {
  const { minimumPostgres } = project.config;
  if (minimumPostgres === undefined) return;
  await withConnectionWhenReady(wait, url, async (client, { shown }) => {
    const { version, major } = await readPostgresVersion(client);
    if (major >= minimumPostgres) return;
    throw new RetortError({
      what: `The server is Postgres ${version}; the models need ${minimumPostgres} or newer.`,
      at: shown,
      next: `Use a Postgres ${minimumPostgres} server, such as the one of: make setup (with POSTGRES_URL unset)`,
      kind: 'settings',
    });
  });
}
