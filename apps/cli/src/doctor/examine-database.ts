import { type Database, parseDatabaseUrl, readHistoryState, withConnection } from '@retort/engine/state';
import { type Context, loadHistory } from '../context';
import { scratchServer } from '../database/scratch-server';
import { readPostgresVersion } from '../environment/read-postgres-version';
import { examine, type Finding } from './finding';

/** Does Postgres answer, may scratch databases be made on it, and where does its history stand? */
export async function examineDatabase(context: Context, database: Database): Promise<readonly Finding[]> {
  const server = await examine('postgres', () => examineServer(context, database), context);
  if (server.state === 'failed') return [server];
  return [
    server,
    await examine('scratch', async () => examineScratch(await scratchServer(context, database))),
    await examine('history', async () => {
      const { applied, pending, missing } = await readHistoryState(
        database,
        await loadHistory(context),
        'notable',
      );
      const says = `${applied.length} applied, ${pending.length} pending, ${missing.length} without a file`;
      if (missing.length > 0)
        return { state: 'failed', says, next: 'Bring the files back from git: retort status' };
      return pending.length > 0 ? { state: 'warning', says, next: 'make db-migrate' } : says;
    }),
  ];
}

async function examineServer(
  { project }: Context,
  { url }: Database,
): Promise<Omit<Finding, 'name'> | string> {
  return withConnection(url, async (client, { shown }) => {
    const { version, major } = await readPostgresVersion(client);
    const says = `Postgres ${version} answers at ${shown}`;
    const { minimumPostgres = 0 } = project.config;
    if (major >= minimumPostgres) return says;
    return {
      state: 'failed',
      says: `${says}, but the models need ${minimumPostgres} or newer`,
      next: 'Use a newer server: make setup',
    };
  });
}

/** Where scratch databases are made, which RETORT_SCRATCH_URL may name. */
async function examineScratch(url: string): Promise<Omit<Finding, 'name'> | string> {
  const { user = 'your_role' } = parseDatabaseUrl(url);
  return withConnection(url, async (client) => {
    const { rows } = await client.query<{ may: boolean; reads: boolean }>(
      `SELECT rolcreatedb OR rolsuper AS may, current_setting('transaction_read_only') = 'on' AS reads
         FROM pg_catalog.pg_roles WHERE rolname = current_user`,
    );
    const [role] = rows;
    if (role?.reads === true) {
      return {
        state: 'warning',
        says: 'sessions there only read, and make no scratch databases: prepare and check cannot run here',
        next: 'Name another server for them: RETORT_SCRATCH_URL',
      };
    }
    if (role?.may === true) return 'the role may create scratch databases';
    return {
      state: 'warning',
      says: 'the role may not create scratch databases: prepare and check cannot run here',
      next: `As a superuser: ALTER ROLE "${user}" CREATEDB; or name another server for them: RETORT_SCRATCH_URL`,
    };
  });
}
