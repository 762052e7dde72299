import { createTestDatabase } from '@retort/services/testing';
import { Client } from 'pg';
import { undecided } from '../../src/answers/decisions';
import { diffSchemas } from '../../src/diff/diff-schemas';
import { orderOperations } from '../../src/order/order-operations';
import { onlineForms } from '../../src/plan/online-forms';
import { renderPlan } from '../../src/plan/render-plan';
import { renderSchema } from '../../src/plan/render-schema';
import { proveMigration } from '../../src/prove/prove-migration';
import { readSchema } from '../../src/read/read-schema';
import { listDifferences } from '../../src/schema/list-differences';
import type { Schema } from '../../src/schema/schema';
import { awayBetweenFiles } from '../harness/away-between-files';
import { queryRows } from '../query-rows';
import { schemaMaker } from '../schema-maker';
import type { SqlCase } from './sql-case';
import { sqlCases } from './sql-cases';

const schemaOf = schemaMaker();

let major = 0;
beforeAll(async () => {
  const [row] = await queryRows(
    String(process.env.RETORT_TEST_SERVER),
    "SELECT current_setting('server_version_num')::int / 10000 AS major",
  );
  major = Number(row?.major);
});

/** `schema.sql` of a schema makes the same schema, and is the same of it. */
async function expectRendered(schema: Schema): Promise<void> {
  const text = renderSchema(schema);
  const again = await schemaOf(text);
  expect(listDifferences(again, schema)).toEqual([]);
  expect(renderSchema(again)).toBe(text);
}

async function proveCase(
  { before, after, labels, using }: SqlCase,
  { online }: { readonly online: boolean },
): Promise<void> {
  const database = await createTestDatabase();
  const client = new Client({ connectionString: database.url });
  try {
    await client.connect();
    if (before !== '') await client.query(before);
    const from = await readSchema(client);
    const to = await schemaOf(after);
    const decisions = { ...undecided, labels: () => labels ?? [], using: () => using ?? null };
    const { operations, unsupported } = diffSchemas(from, to, decisions);
    expect(unsupported).toEqual([]);
    expect(operations.length > 0).toBe(before !== after);
    const formed = online ? orderOperations(onlineForms(operations, to), from, to) : operations;
    const plan = renderPlan(formed, [from, to]);
    expect(renderPlan(diffSchemas(from, to, decisions).operations)).toEqual(renderPlan(operations));
    for (const { transactional, up } of plan.files) {
      expect(up.every((one) => one.transactional === transactional)).toBe(true);
    }
    expect(awayBetweenFiles(plan.files)).toEqual([]);
    await proveMigration({ client, from, to, ...plan, read: {}, mayHaveRows: true });
    if (!online) await expectRendered(to);
  } catch (error) {
    if (error instanceof Error && 'at' in error) error.message += `\n${String(error.at)}`;
    throw error;
  } finally {
    await client.end();
    await database.drop();
  }
}

test.each(Object.entries(sqlCases))('%s', async (_name, sqlCase) => {
  if (major >= (sqlCase.since ?? 0)) await proveCase(sqlCase, { online: false });
});

/** A sample; `RETORT_ALL_CASES=1`: every one. */
const oneIn = process.env.RETORT_ALL_CASES === '1' ? 1 : 5;
const sampled = Object.entries(sqlCases).filter((_case, index) => index % oneIn === 0);

test.each(sampled)('online: %s', async (_name, sqlCase) => {
  if (major >= (sqlCase.since ?? 0)) await proveCase(sqlCase, { online: true });
});
