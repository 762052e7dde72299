import { createTestDatabase } from '@retort/services/testing';
import { runEach } from '../../test/plan-wish';
import { withTemporaryFolder } from '../../test/temporary-folder';
import { writeBaseline } from './write-baseline';

async function baselineOf(...statements: readonly string[]): Promise<unknown> {
  const database = await createTestDatabase();
  try {
    for (const statement of statements) {
      await runEach(database.url, statement).catch((error: unknown) =>
        expect(error).toMatchObject({ message: expect.stringContaining('could not create unique index') }),
      );
    }
    return await withTemporaryFolder({}, (folder) =>
      writeBaseline({
        database: { url: database.url },
        server: process.env.RETORT_TEST_SERVER ?? '',
        history: { folder, migrations: [] },
        message: 'baseline',
        format: (_path, text) => Promise.resolve(text),
        nowMs: 1,
      }).catch((error: unknown) => error),
    );
  } finally {
    await database.drop();
  }
}

test('an index that was not built to its end is refused by its name', async () => {
  expect(
    await baselineOf(
      'CREATE TABLE t (a int)',
      'INSERT INTO t VALUES (1), (1)',
      'CREATE UNIQUE INDEX CONCURRENTLY once ON t (a)',
    ),
  ).toMatchObject({
    message: 'The index "public"."once" is not valid: it was not built to its end.',
    at: 'the database',
    next: 'REINDEX INDEX "public"."once", or DROP INDEX "public"."once"; then again',
    kind: 'refused',
  });
});

test('an index that only some partitions have is refused by its name', async () => {
  expect(
    await baselineOf(
      'CREATE TABLE t (a int) PARTITION BY LIST (a)',
      'CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1)',
      'CREATE TABLE t2 PARTITION OF t FOR VALUES IN (2)',
      'CREATE INDEX i ON ONLY t (a)',
      'CREATE INDEX i1 ON t1 (a)',
      'ALTER INDEX i ATTACH PARTITION i1',
    ),
  ).toMatchObject({
    message: 'The index "public"."i" is not valid: some of the partitions have it, others do not.',
    at: 'the database',
    next: 'give it the index of each other partition: ALTER INDEX "public"."i" ATTACH PARTITION …, or DROP INDEX "public"."i"; then again',
    kind: 'refused',
  });
});

test('what is not compared is left out, and named', async () => {
  expect(
    await baselineOf(
      'CREATE TABLE t (a int)',
      'CREATE PUBLICATION changes FOR TABLE t',
      'CREATE TEXT SEARCH CONFIGURATION words (COPY = simple)',
      'GRANT SELECT ON t TO PUBLIC',
    ),
  ).toMatchObject({
    written: [expect.anything()],
    notes: [
      'The publication changes is not in it, since its kind is not compared: it stays as it is, and no other database gets it.',
      'The text search configuration public.words is not in it, since its kind is not compared: it stays as it is, and no other database gets it.',
      'The privileges on t are not in it: they stay as they are, and no other database gets them unless a migration written by hand says GRANT.',
    ],
  });
});

test('what is not compared, and a table needs, is refused', async () => {
  expect(
    await baselineOf(
      "CREATE COLLATION careless (provider = icu, locale = 'und-u-ks-level2', deterministic = false)",
      'CREATE TABLE t (a text COLLATE careless)',
    ),
  ).toMatchObject({
    message:
      'The database has what retort cannot write as a migration, and the rest could not be proven without it: the collation public.careless.',
    at: expect.stringContaining('collation "public.careless" for encoding "UTF8" does not exist'),
    next: 'Write the first migration by hand (make db-prepare MSG="baseline" MANUAL=1), then: retort stamp head',
    kind: 'refused',
  });
});
