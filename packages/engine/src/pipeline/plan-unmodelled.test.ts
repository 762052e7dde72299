import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { EntitySchema } from 'typeorm';
import { planWish, sqlOf } from '../../test/plan-wish';
import { queryRows } from '../../test/query-rows';
import { withConnection } from '../connect/connect';
import { planMigration } from './plan-migration';

const users = new EntitySchema({
  name: 'User',
  tableName: 'users',
  columns: { id: { type: 'integer', primary: true, primaryKeyConstraintName: 'pk_users' } },
});
const collation = "CREATE COLLATION plain (locale = 'C')";

let from: TestDatabase;
beforeEach(async () => {
  from = await createTestDatabase();
});
afterEach(() => from.drop());

test('something of a kind that is not compared, declared and not yet made, is refused with what to write', async () => {
  const plan = await planMigration({ from: from.url, to: { entities: [] }, sql: [collation] });
  expect(plan).toEqual({
    kind: 'refused',
    refusals: [
      {
        what: 'The collation public.plain is declared, and no migration makes it: Retort does not write objects of this kind.',
        next: 'Create it by hand, as it is declared',
        consent: null,
      },
    ],
    notes: [],
  });
});

test('made by a migration it is left alone: named where it is not declared, and in nobody’s way', async () => {
  await withConnection(from.url, (client) => client.query(collation));
  const declared = await planMigration({ from: from.url, to: { entities: [] }, sql: [collation] });
  expect(declared).toEqual({ kind: 'empty', notes: [] });
  const undeclared = await planMigration({ from: from.url, to: { entities: [users] } });
  expect(undeclared).toMatchObject({
    kind: 'ready',
    notes: ['The collation public.plain was made by a migration, and its kind is not compared: left alone.'],
  });
});

test('made by a migration under one name with another, as an operator class and its family are, it is in nobody’s way', async () => {
  const made = 'CREATE OPERATOR CLASS plain FOR TYPE int4 USING hash AS OPERATOR 1 =';
  await withConnection(from.url, (client) => client.query(made));
  const plan = await planMigration({
    from: from.url,
    to: { entities: [] },
    sql: [made, 'CREATE UNLOGGED TABLE t (a int)'],
  });
  expect(plan).toMatchObject({ kind: 'ready', notes: [] });
});

test('a database with it to which somebody is connected cannot be tried on, which is said', async () => {
  await withConnection(from.url, async (client) => {
    await client.query(collation);
    const plan = planMigration({ from: from.url, to: { entities: [users] } });
    await expect(plan).rejects.toMatchObject({
      message: expect.stringContaining('is being accessed by other users'),
      next: expect.stringContaining('End all other connections to it'),
    });
  });
});

const planFrom = async (before: string, after: string) => {
  await withConnection(from.url, (client) => client.query(before));
  return planMigration({ from: from.url, to: { entities: [] }, sql: [after], allow: ['all'] });
};

test.each([
  {
    what: 'a publication that reads a column in its WHERE',
    before: 'CREATE TABLE t (id int PRIMARY KEY, a int); CREATE PUBLICATION p FOR TABLE t WHERE (id > 3)',
    after: 'CREATE TABLE t (id bigint PRIMARY KEY, a int)',
    said: 'The publication relation public.t in publication p stands on t.id, which cannot change under it.',
    next: 'ALTER PUBLICATION p DROP TABLE public.t, one after it with ALTER PUBLICATION p ADD TABLE public.t …',
  },
  {
    what: 'a publication that lists a column',
    before: 'CREATE TABLE t (id int PRIMARY KEY, a int); CREATE PUBLICATION p FOR TABLE t (id, a)',
    after: 'CREATE TABLE t (id int PRIMARY KEY)',
    said: 'The publication relation public.t in publication p stands on t.a, which cannot change under it.',
    next: 'ALTER PUBLICATION p DROP TABLE public.t, one after it with ALTER PUBLICATION p ADD TABLE public.t …',
  },
  {
    what: 'an operator of a function that is made again',
    before: `CREATE FUNCTION f(int, int) RETURNS bool LANGUAGE sql AS 'SELECT true'; CREATE OPERATOR ### (LEFTARG = int, RIGHTARG = int, FUNCTION = f)`,
    after: `CREATE FUNCTION f(int, int) RETURNS int LANGUAGE sql AS 'SELECT 1'`,
    said: 'The operator public.###(integer,integer) stands on f, which cannot change under it.',
    next: 'DROP OPERATOR …, one after it with CREATE …',
  },
  {
    what: 'a foreign table over an enum that is rebuilt',
    before: `CREATE TYPE e AS ENUM ('a', 'b'); CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w; CREATE FOREIGN TABLE ft (x e[]) SERVER s`,
    after: `CREATE TYPE e AS ENUM ('a')`,
    said: 'The foreign table column public.ft.x stands on e, which cannot change under it.',
    next: 'DROP FOREIGN TABLE COLUMN …, one after it with CREATE …',
  },
  {
    what: 'a table of a type that gets an attribute',
    before: 'CREATE TYPE c AS (a int); CREATE TABLE t OF c',
    after: 'CREATE TYPE c AS (a int, b int)',
    said: 'The table public.t stands on c, which cannot change under it.',
    next: 'ALTER TABLE public.t NOT OF, one after it with ALTER TABLE public.t OF …',
  },
])('$what stands in the way of a change, and is named', async ({ before, after, said, next }) => {
  expect(await planFrom(before, after)).toMatchObject({
    kind: 'refused',
    refusals: [
      {
        what: said,
        next: `Write two migrations by hand around this change: one before it with ${next}.`,
        consent: null,
      },
    ],
  });
});

test('columns of a publication can be renamed', async () => {
  await withConnection(from.url, (client) =>
    client.query(
      'CREATE TABLE t (id int PRIMARY KEY, a int); CREATE PUBLICATION p FOR TABLE t (id, a) WHERE (id > 3)',
    ),
  );
  const plan = await planMigration({
    from: from.url,
    to: { entities: [] },
    sql: ['CREATE TABLE t (key int PRIMARY KEY, b int)'],
    renames: ['t.id=key', 't.a=b'],
  });
  expect(plan).toMatchObject({ kind: 'ready' });
});

test('what a publication loses with a table is told', async () => {
  const plan = await planFrom(
    'CREATE TABLE t (id int PRIMARY KEY, a int); CREATE PUBLICATION p FOR TABLE t (id)',
    'SELECT 1',
  );
  expect(plan).toMatchObject({
    kind: 'ready',
    notes: expect.arrayContaining([
      'The publication relation public.t in publication p goes along, and the way back does not make it again.',
    ]),
  });
});

test('what nobody declares stays in its schema when that gets another name', async () => {
  await withConnection(from.url, (client) =>
    client.query(
      `CREATE SCHEMA s; CREATE COLLATION s.plain (locale = 'C'); CREATE EXTENSION citext SCHEMA s; CREATE TABLE s.t (x int)`,
    ),
  );
  const plan = await planMigration({
    from: from.url,
    to: { entities: [] },
    sql: ['CREATE SCHEMA r; CREATE TABLE r.t (x int)'],
    renames: ['schema:s=r'],
  });
  expect(sqlOf(plan)).toEqual(['ALTER SCHEMA "s" RENAME TO "r"']);
});

test.each([
  ['in SQL whose body names', `sql AS 'SELECT a FROM staged'`],
  ['in PL/pgSQL that declares by', `plpgsql AS 'DECLARE v staged%ROWTYPE; BEGIN RETURN; END'`],
])('a function %s what is not there is told as that', async (_which, body) => {
  const after = `SET check_function_bodies = off; CREATE FUNCTION f() RETURNS SETOF int LANGUAGE ${body}`;
  await expect(planWish({ before: '', after })).rejects.toMatchObject({
    message:
      'While the way up was proven, Postgres refused to create function f(): relation "staged" does not exist',
    next: expect.stringMatching(/^Nothing was written\. What the body of that function names is not there: /),
  });
});

test('a sequence of a column that is to be unlogged, and its table not, becomes so in a plan of its own', async () => {
  const [row] = await queryRows(from.url, "SELECT current_setting('server_version_num')::int AS version");
  // Before, no sequence is unlogged.
  if (Number(row?.version) < 150000) return;
  const table = 'CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY)';
  const after = `${table}; ALTER SEQUENCE t_id_seq SET UNLOGGED`;
  await expect(planWish({ before: '', after })).rejects.toMatchObject({
    message: 'Postgres makes the sequence of a column logged, or unlogged, as its table is.',
    at: 'column public.t.id: value sequence options unlogged was false, and is true',
  });
  expect(sqlOf(await planWish({ before: table, after }))).toEqual([
    'ALTER SEQUENCE "public"."t_id_seq" SET UNLOGGED',
  ]);
});
