import { DataSource } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions';

export type EntityOptions = Omit<
  Partial<PostgresDataSourceOptions>,
  'type' | 'url' | 'host' | 'port' | 'username' | 'password' | 'database'
>;

export interface Statement {
  readonly sql: string;
  readonly transactional: boolean;
  readonly hazards: readonly string[];
  readonly comment?: string;
}

export interface PlanOptions {
  readonly from: string;
  readonly to: EntityOptions;
}

export type Plan =
  | { readonly kind: 'empty'; readonly notes: readonly string[] }
  | {
      readonly kind: 'ready';
      readonly up: readonly Statement[];
      readonly down: readonly Statement[];
      readonly notes: readonly string[];
    };

export async function planMigration({ from, to }: PlanOptions): Promise<Plan> {
  const dataSource = new DataSource({
    ...to,
    type: 'postgres',
    url: from,
    installExtensions: false,
    migrations: [],
    subscribers: [],
  });
  await dataSource.initialize();
  try {
    const { upQueries, downQueries } = await dataSource.driver.createSchemaBuilder().log();
    if (upQueries.length === 0) return { kind: 'empty', notes: [] };
    const statement = ({ query }: { query: string }): Statement => ({
      sql: query,
      transactional: true,
      hazards: [],
    });
    return {
      kind: 'ready',
      up: upQueries.map(statement),
      down: downQueries.map(statement).reverse(),
      notes: [],
    };
  } finally {
    await dataSource.destroy();
  }
}
