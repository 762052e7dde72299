import { createTestDatabase } from '@retort/services/testing';
import { Client } from 'pg';
import type { AnswerTexts } from '../src/answers/answers';
import { type Plan, type PlanOptions, planMigration } from '../src/pipeline/plan-migration';

export async function runEach(url: string, ...statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A change of what SQL says, with answers, and with rows that are there. */
export interface Wish extends AnswerTexts {
  readonly before: string;
  readonly after: string;
  /** Rows in a database in use; without it there is none. */
  readonly rows?: string;
  /** Default: false. */
  readonly online?: boolean;
}

/** Plans the change; where that succeeds with rows, they are taken there, back and there again. */
export async function planWish({ before, after, rows, ...answers }: Wish): Promise<Plan> {
  const from = await createTestDatabase();
  try {
    await runEach(from.url, before);
    const base = { from: from.url, to: { entities: [] }, sql: [after], online: false, ...answers };
    if (rows === undefined) return await planMigration(base);
    return await planWithRows(base, [before, rows]);
  } finally {
    await from.drop();
  }
}

async function planWithRows(options: PlanOptions, filling: readonly string[]): Promise<Plan> {
  const live = await createTestDatabase();
  try {
    await runEach(live.url, ...filling);
    const planned = await planMigration({ ...options, live: live.url });
    if (planned.kind === 'ready') {
      await runEach(live.url, ...[...planned.up, ...planned.down, ...planned.up].map(({ sql }) => sql));
    }
    return planned;
  } finally {
    await live.drop();
  }
}

export function sqlOf(planned: Plan): readonly string[] {
  if (planned.kind !== 'ready') throw new Error(JSON.stringify(planned, null, 2));
  return planned.up.map(({ sql }) => sql);
}
