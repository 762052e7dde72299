import { createMissingDatabase, migrate, parseDatabaseUrl } from '@retort/engine/runner';
import { setupServices } from '@retort/services';
import { type Context, loadHistory } from '../context';
import { resolveDatabase } from '../database/resolve-database';
import { withSettledUrl } from '../environment/with-settled-url';
import { type ExitCode, exitCodes } from '../output/exit-code';
import { reportRun } from '../output/report-run';
import { explainInterruption } from './explain-interruption';
import { refuseOldPostgres } from './refuse-old-postgres';
import { reportSeeds, runSeeds } from './seed';

/** Brings a checkout to where work begins: Postgres and Redis answer, the schema is migrated, the seeds are in. */
export async function setup(context: Context): Promise<ExitCode> {
  const { project, reporter, signal } = context;
  const environment = await withSettledUrl(context.environment);
  await createYourDatabase({ environment, reporter });
  const report = (line: string) => reporter.line(line);
  const services = await explainInterruption(signal, 'the start of Postgres and Redis', () =>
    setupServices({ root: project.root, environment, report }),
  );
  const database = await resolveDatabase(context);
  await refuseOldPostgres(context, database);
  const history = await loadHistory(context);
  const applied = await migrate({
    database,
    history,
    target: 'head',
    signal,
    onEvent: reportRun(reporter),
  });
  if (applied.length === 0) reporter.line('Every migration is applied.');
  const seedEnvironment = environment.NODE_ENV || 'development';
  const seeds = project.config.seed === undefined ? [] : await runSeeds(context, database, seedEnvironment);
  if (project.config.seed !== undefined) reportSeeds(context, seeds, seedEnvironment);
  reporter.line('Ready. Next: edit a model, then make db-prepare MSG="say what changed"');
  reporter.document({
    command: 'setup',
    postgres: { source: services.postgres.source, version: services.postgres.version },
    redis: services.redis === undefined ? null : { source: services.redis.source },
    applied: applied.map(({ migration }) => migration.stem),
    seeds,
  });
  return exitCodes.done;
}

/** With POSTGRES_URL, the server is yours; a database that is missing on this machine is made, as it is on a server of ours. */
async function createYourDatabase({
  environment,
  reporter,
}: Pick<Context, 'environment' | 'reporter'>): Promise<void> {
  const url = environment.POSTGRES_URL ?? '';
  if (url === '') return;
  const { database, shown } = parseDatabaseUrl(url);
  if (await createMissingDatabase(url)) reporter.line(`Created the database ${database} (${shown}).`);
}
