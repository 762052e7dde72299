import { type Database, RetortError, withConnection } from '@retort/engine/state';
import { DataSource } from 'typeorm';
import type { SeedResult } from '../config/retort-config';
import type { Context } from '../context';
import { resolveDatabase } from '../database/resolve-database';
import { explainLoading } from '../load/load-module';
import { loadEntities } from '../models/load-entities';
import { type ExitCode, exitCodes } from '../output/exit-code';

/** Inserts the project's seeds. */
export async function seed(context: Context): Promise<ExitCode> {
  const { reporter } = context;
  const environment = context.environment.NODE_ENV || 'development';
  const results = await runSeeds(context, await resolveDatabase(context), environment);
  reportSeeds(context, results, environment);
  reporter.document({ command: 'seed', environment, seeds: results });
  return exitCodes.done;
}

export function reportSeeds(
  { reporter }: Context,
  results: readonly SeedResult[],
  environment: string,
): void {
  for (const result of results) reporter.line(describe(result, environment));
  if (results.length === 0) reporter.line('There are no seeds.');
}

function describe(result: SeedResult, environment: string): string {
  switch (result.kind) {
    case 'applied': {
      const { seed: name, inserted, updated, unchanged } = result;
      return `seeded   ${name}  ${inserted} inserted, ${updated} updated, ${unchanged} unchanged`;
    }
    case 'skipped':
      return `skipped  ${result.seed}  (for ${result.environments.join(', ')}, not ${environment})`;
  }
}

/** @throws RetortError when the project has no seeds, or one of them fails. */
export async function runSeeds(
  context: Context,
  { url }: Database,
  environment: string,
): Promise<readonly SeedResult[]> {
  const { config, configPath } = context.project;
  const { seed: run } = config;
  if (run === undefined) {
    throw new RetortError({
      what: 'This project has no seeds.',
      at: configPath,
      next: 'Set seed there to a function that inserts them.',
      kind: 'settings',
    });
  }
  const entities = await loadEntities(context);
  const dataSource = new DataSource({ ...entities, type: 'postgres', url, applicationName: 'retort seed' });
  // What TypeORM says of a server that does not answer helps nobody.
  await withConnection(url, async () => undefined);
  await dataSource.initialize();
  try {
    return await explainLoading(configPath, () => run({ dataSource, environment }));
  } finally {
    await dataSource.destroy();
  }
}
