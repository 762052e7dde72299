import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestDatabase, startTestServer, type TestServer } from '@retort/services/testing';
import { Column, Entity, ManyToOne, PrimaryColumn } from 'typeorm';
import { queryRows, untilFound } from '../../test/query-rows';
import { withTemporaryFolder } from '../../test/temporary-folder';
import { type WrittenHistory, writtenHistory } from '../../test/written-history';
import type { EntityOptions } from '../desired/entity-options';
import { planChanges } from './plan-changes';

// Its own: what is kept follows from the server's roles too, and other tests make some.
let testServer: TestServer;
let server: string;
beforeAll(async () => {
  const binaries = process.env.RETORT_TEST_BINARIES;
  testServer = await startTestServer(binaries === undefined ? {} : { binaries });
  server = testServer.url;
});
afterAll(() => testServer.stop());

/** Five tables in a row, each referring to the next; the first and the last may have one column more. */
function chain(extra?: string, once = false): EntityOptions {
  class Last {
    id!: number;
  }
  PrimaryColumn('int')(Last.prototype, 'id');
  if (once) Column({ type: 'int', default: 7, unique: true })(Last.prototype, 'once');
  Entity({ name: 't5' })(Last);
  let next: typeof Last = Last;
  const entities = [Last];
  for (const name of ['t4', 't3', 't2', 't1']) {
    const target = next;
    class Table extends Object {
      id!: number;
      next!: unknown;
    }
    PrimaryColumn('int')(Table.prototype, 'id');
    ManyToOne(() => target)(Table.prototype, 'next');
    if (name === 't1' && extra !== undefined) Column('text', { nullable: true })(Table.prototype, extra);
    Entity({ name })(Table);
    entities.push(Table);
    next = Table;
  }
  return { entities };
}

let history: WrittenHistory;
beforeEach(() => {
  history = writtenHistory();
});
afterEach(() => history.dispose());

async function plan(cacheFolder: string | undefined, entities: EntityOptions, allow: readonly string[] = []) {
  return planChanges({ history: await history.read(), entities, server, cacheFolder, answers: { allow } });
}

/** Writes the plan as the next migration, and remembers it as `prepare` does. */
async function write(number: number, changes: Awaited<ReturnType<typeof plan>>): Promise<void> {
  if (changes.plan.kind !== 'ready' || changes.next === null) throw new Error(changes.plan.kind);
  const { up, down } = changes.plan;
  history.write(number, `change_${number}`, {
    up: up.map(({ sql }) => sql),
    down: down.map(({ sql }) => sql),
  });
  const { migrations } = await history.read();
  const written = migrations.at(-1);
  if (written !== undefined) changes.keep([written.path], changes.next);
}

const upOf = ({ plan: found }: Awaited<ReturnType<typeof plan>>) =>
  found.kind === 'ready' ? found.up.map(({ sql }) => sql) : found.kind;

/** Makes a table with a row whose text is a number; the entity wants it as one. */
async function makeTextual(url: string) {
  const made = 'CREATE TABLE "t" ("id" integer NOT NULL, "n" text, CONSTRAINT "pk" PRIMARY KEY ("id"))';
  history.write(1, 'make', { up: [made], down: ['DROP TABLE "t"'] });
  await queryRows(url, `${made}; INSERT INTO "t" VALUES (1, '1')`);
  @Entity({ name: 't' })
  class Numbered {
    @PrimaryColumn('int', { primaryKeyConstraintName: 'pk' }) id!: number;
    @Column('int', { nullable: true }) n!: number;
  }
  return Numbered;
}

describe('planChanges', () => {
  it('ends what it tries in the database in use when it is interrupted, and does not begin it again', async () => {
    const live = await createTestDatabase({ serverUrl: server });
    try {
      const Numbered = await makeTextual(live.url);
      const abort = new AbortController();
      const planning = planChanges({
        history: await history.read(),
        entities: { entities: [Numbered] },
        server: live.url,
        live: live.url,
        // No row is there where the plan is proven.
        answers: { using: ['t.n=n::int + length(pg_sleep(50)::text)'] },
        signal: abort.signal,
      }).catch((error: unknown) => error);
      const of = 'FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()';
      const name = [new URL(live.url).pathname.slice(1)];
      await untilFound(live.url, `SELECT ${of} AND wait_event = 'PgSleep'`, name);
      abort.abort();
      expect(await planning).toMatchObject({ kind: 'interrupted' });
      // What began again would sleep for 50 s, and hold its lock on the table for as long.
      await queryRows(live.url, "SET lock_timeout = '20s'; SELECT FROM t");
    } finally {
      await live.drop();
    }
  });

  it('makes what it proves with before it tries in the database in use, where all else is known, whatever settings that has', async () => {
    const live = await createTestDatabase({ serverUrl: server });
    try {
      const Numbered = await makeTextual(live.url);
      await withTemporaryFolder({}, async (cacheFolder) => {
        const of = { history: await history.read(), entities: { entities: [Numbered] }, cacheFolder };
        // Which hide those of the server, in which the history is replayed.
        const { pathname } = new URL(live.url);
        await queryRows(live.url, `ALTER DATABASE "${pathname.slice(1)}" SET search_path = elsewhere`);
        await planChanges({ ...of, server: live.url });
        const { asked, plan: found } = await planChanges({ ...of, server: live.url, live: live.url });
        expect(asked).toEqual({ replayed: false, made: 'nothing' });
        expect(found).toMatchObject({ kind: 'ready', notes: [] });
      });
    } finally {
      await live.drop();
    }
  });

  it('asks the less the less has changed, and says the same as without anything kept', async () => {
    await withTemporaryFolder({}, async (folder) => {
      const first = await plan(folder, chain());
      expect(first.asked).toEqual({ replayed: true, made: 'whole' });
      await write(1, first);

      const nothing = await plan(folder, chain());
      expect([nothing.asked, upOf(nothing)]).toEqual([{ replayed: false, made: 'nothing' }, 'empty']);

      const second = await plan(folder, chain('note'));
      expect(second.asked).toEqual({ replayed: false, made: 'part' });
      expect(upOf(second)).toEqual(['ALTER TABLE "public"."t1" ADD COLUMN "note" text']);
      const { plan: uncached } = await plan(undefined, chain('note'));
      expect(second.plan).toEqual(uncached);
      await write(2, second);

      const done = await plan(folder, chain('note'));
      expect([done.asked, upOf(done)]).toEqual([{ replayed: false, made: 'nothing' }, 'empty']);
      const { origin } = await plan(undefined, chain('note'));
      expect(done.origin.schema).toEqual(origin.schema);

      const back = await plan(folder, chain());
      expect([back.asked, back.plan.kind]).toEqual([{ replayed: false, made: 'nothing' }, 'refused']);
    });
  });

  it('replays a history that was edited since, or that follows from more than its files', async () => {
    await withTemporaryFolder({}, async (folder) => {
      await write(1, await plan(folder, chain()));
      history.write(2, 'by_hand', { up: ['CREATE TABLE "by_hand" ()'], down: ['DROP TABLE "by_hand"'] });
      expect((await plan(folder, chain())).asked.replayed).toBe(true);
      expect((await plan(folder, chain())).asked.replayed).toBe(false);

      history.write(2, 'by_hand', { up: ['CREATE TABLE "otherwise" ()'], down: ['DROP TABLE "otherwise"'] });
      const edited = await plan(folder, chain());
      expect(edited.asked.replayed).toBe(true);
      expect(edited.origin.schema.tables.map(({ name }) => name)).toContain('otherwise');

      history.write(2, 'by_hand', {
        up: 'await queryRunner.query(String(process.env.NOWHERE ?? "SELECT 1"));',
      });
      expect((await plan(folder, chain())).asked.replayed).toBe(true);
      expect((await plan(folder, chain())).asked.replayed).toBe(true);
    });
  });

  it('proves on the rows that the history left, also when it is not replayed for anything else', async () => {
    await withTemporaryFolder({}, async (folder) => {
      await write(1, await plan(folder, chain()));
      history.write(2, 'fill', { up: ['INSERT INTO "t5" VALUES (1), (2)'], down: ['DELETE FROM "t5"'] });
      await plan(folder, chain());
      await expect(plan(folder, chain(undefined, true), ['all'])).rejects.toMatchObject({
        message: expect.stringContaining('could not create unique index'),
      });
    });
  });

  it('asks again for what was cut off, edited or deleted among what is kept', async () => {
    await withTemporaryFolder({}, async (folder) => {
      await write(1, await plan(folder, chain()));
      const { plan: expected } = await plan(undefined, chain('note'));
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.json'))
        .map((path) => join(folder, path));
      expect(files.length).toBeGreaterThan(2);
      for (const file of files) writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"t1"', '"t9"'));
      expect((await plan(folder, chain('note'))).plan).toEqual(expected);
      for (const file of files) writeFileSync(file, readFileSync(file, 'utf8').slice(0, 100));
      expect((await plan(folder, chain('note'))).plan).toEqual(expected);
      // What was damaged was written again.
      expect((await plan(folder, chain('note'))).asked).toEqual({ replayed: false, made: 'nothing' });
      rmSync(folder, { recursive: true });
      expect((await plan(folder, chain('note'))).plan).toEqual(expected);
    });
  });
});
