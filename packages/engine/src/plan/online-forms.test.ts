import { createTestDatabase } from '@retort/services/testing';
import { runEach } from '../../test/plan-wish';
import { planMigration } from '../pipeline/plan-migration';

async function filesOf(before: string, after: string): Promise<readonly (readonly string[])[]> {
  const from = await createTestDatabase();
  try {
    await runEach(from.url, before);
    const plan = await planMigration({ from: from.url, to: { entities: [] }, sql: [after], allow: ['all'] });
    if (plan.kind !== 'ready') throw new Error(JSON.stringify(plan));
    return plan.files.map(({ up }) => up.map(({ sql }) => sql));
  } finally {
    await from.drop();
  }
}

test('a foreign key that gets another action is never away, and its rows are checked while others write', async () => {
  const tables = (action: string) =>
    `CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p_id int CONSTRAINT fk REFERENCES p${action})`;
  expect(await filesOf(tables(''), tables(' ON DELETE CASCADE'))).toEqual([
    [
      'ALTER TABLE "public"."c" DROP CONSTRAINT "fk"',
      'ALTER TABLE "public"."c" ADD CONSTRAINT "fk" FOREIGN KEY (p_id) REFERENCES public.p(id) ON DELETE CASCADE NOT VALID',
    ],
    ['ALTER TABLE "public"."c" VALIDATE CONSTRAINT "fk"'],
  ]);
});

test('a required column with a volatile default is there at once, and is filled while others read', async () => {
  const table = (more: string) => `CREATE TABLE t (a int${more})`;
  expect(await filesOf(table(''), table(', b uuid NOT NULL DEFAULT gen_random_uuid()'))).toEqual([
    [
      'ALTER TABLE "public"."t" ADD COLUMN "b" uuid',
      'ALTER TABLE "public"."t" ALTER COLUMN "b" SET DEFAULT gen_random_uuid()',
    ],
    [
      'ALTER TABLE "public"."t" ADD CONSTRAINT "b_is_set" CHECK ("b" IS NOT NULL) NOT VALID',
      'UPDATE "public"."t" SET "b" = gen_random_uuid() WHERE "b" IS NULL',
      'ALTER TABLE "public"."t" VALIDATE CONSTRAINT "b_is_set"',
      'ALTER TABLE "public"."t" ALTER COLUMN "b" SET NOT NULL',
      'ALTER TABLE "public"."t" DROP CONSTRAINT "b_is_set"',
    ],
  ]);
});
