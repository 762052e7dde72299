import { createTestDatabase } from '@retort/services/testing';
import { runEach as run } from '../../test/plan-wish';
import { planMigration } from './plan-migration';

test('online, an index is built and rows are looked at in migrations of their own', async () => {
  const from = await createTestDatabase();
  await run(from.url, 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (a int, b int, n int)');
  const planned = await planMigration({
    from: from.url,
    to: { entities: [] },
    sql: [
      `CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (a int CONSTRAINT u UNIQUE, b int CONSTRAINT f REFERENCES p, n int NOT NULL, c int);
       CREATE INDEX i ON t (c)`,
    ],
    allow: ['unique:t.u', 'not-null:t.n'],
    online: true,
  });
  if (planned.kind !== 'ready') throw new Error(planned.kind);
  expect(planned.files.map(({ transactional, up }) => [transactional, ...up.map(({ sql }) => sql)])).toEqual([
    [
      true,
      'ALTER TABLE "public"."t" ADD COLUMN "c" integer',
      'ALTER TABLE "public"."t" ADD CONSTRAINT "f" FOREIGN KEY (b) REFERENCES public.p(id) NOT VALID',
    ],
    [
      false,
      'ALTER TABLE "public"."t" ADD CONSTRAINT "n_is_set" CHECK ("n" IS NOT NULL) NOT VALID',
      'ALTER TABLE "public"."t" VALIDATE CONSTRAINT "n_is_set"',
      'ALTER TABLE "public"."t" ALTER COLUMN "n" SET NOT NULL',
      'ALTER TABLE "public"."t" DROP CONSTRAINT "n_is_set"',
    ],
    [
      false,
      'CREATE UNIQUE INDEX CONCURRENTLY "u" ON "public"."t" ("a")',
      'ALTER TABLE "public"."t" ADD CONSTRAINT "u" UNIQUE USING INDEX "u"',
    ],
    [false, 'CREATE INDEX CONCURRENTLY "i" ON "public"."t" ("c")'],
    [false, 'ALTER TABLE "public"."t" VALIDATE CONSTRAINT "f"'],
  ]);
  expect(planned.files.map(({ down }) => down.map(({ sql }) => sql)).slice(1, 4)).toEqual([
    ['ALTER TABLE "public"."t" ALTER COLUMN "n" DROP NOT NULL'],
    ['ALTER TABLE "public"."t" DROP CONSTRAINT "u"'],
    ['DROP INDEX CONCURRENTLY "public"."i"'],
  ]);
  await from.drop();
});
