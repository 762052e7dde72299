import { createTestDatabase } from '@retort/services/testing';
import { runEach } from '../../test/plan-wish';
import { withTemporaryFolder } from '../../test/temporary-folder';
import { writeBaseline } from './write-baseline';

test('an index that was not built to its end is refused by its name', async () => {
  const database = await createTestDatabase();
  try {
    const concurrently = 'CREATE UNIQUE INDEX CONCURRENTLY once ON t (a)';
    await runEach(database.url, 'CREATE TABLE t (a int)', 'INSERT INTO t VALUES (1), (1)');
    await expect(runEach(database.url, concurrently)).rejects.toThrow('could not create unique index');
    const writing = withTemporaryFolder({}, (folder) =>
      writeBaseline({
        database: { url: database.url },
        server: process.env.RETORT_TEST_SERVER ?? '',
        history: { folder, migrations: [] },
        message: 'baseline',
        format: (_path, text) => Promise.resolve(text),
        nowMs: 1,
      }),
    );
    await expect(writing).rejects.toMatchObject({
      message: 'The index "public"."once" is not valid: it was not built to its end.',
      at: 'the database',
      next: 'REINDEX INDEX "public"."once", or DROP INDEX "public"."once"; then again',
      kind: 'refused',
    });
  } finally {
    await database.drop();
  }
});
