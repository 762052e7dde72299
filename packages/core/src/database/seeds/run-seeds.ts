import type { DataSource } from 'typeorm';
import { ExplainedError } from '../../explained-error';
import { seeds as registered } from '.';
import type { Seed, TableCount } from './seed';

export interface SeedRun {
  /** Connected. */
  readonly dataSource: DataSource;
  /** Such as `development`. */
  readonly environment: string;
  readonly seeds?: readonly Seed[];
}

export type SeedResult =
  | (Omit<TableCount, 'table'> & {
      readonly kind: 'applied';
      readonly seed: string;
      readonly tables: readonly TableCount[];
    })
  | { readonly kind: 'skipped'; readonly seed: string; readonly environments: readonly string[] };

/**
 * Runs the seeds of an environment in their order, each in a transaction. Where one fails, nothing of it stays, those
 * before it do, and those after it are not run.
 */
export async function runSeeds({
  dataSource,
  environment,
  seeds = registered,
}: SeedRun): Promise<readonly SeedResult[]> {
  const results: SeedResult[] = [];
  for (const seed of seeds) {
    results.push(await runSeed(dataSource, environment, seed));
  }
  return results;
}

async function runSeed(dataSource: DataSource, environment: string, seed: Seed): Promise<SeedResult> {
  if (seed.environments !== undefined && !seed.environments.includes(environment)) {
    return { kind: 'skipped', seed: seed.name, environments: seed.environments };
  }
  try {
    const tables = await dataSource.transaction((manager) => seed.run(manager));
    const sum = (count: 'inserted' | 'updated' | 'unchanged') =>
      tables.reduce((total, table) => total + table[count], 0);
    return {
      kind: 'applied',
      seed: seed.name,
      inserted: sum('inserted'),
      updated: sum('updated'),
      unchanged: sum('unchanged'),
      tables,
    };
  } catch (cause) {
    throw new ExplainedError({
      what: `A seed failed, and nothing of it stays: ${(cause as { readonly message?: string }).message ?? cause}`,
      at: `packages/core/src/database/seeds/${seed.name}.ts`,
      next: 'Mend it, or migrate first if it needs a table that is not there yet (make db-migrate), then: make db-seed',
      cause,
    });
  }
}
