import { createTestDatabase, type TestDatabase } from '@retort/services/testing';
import { runStatements } from '../../test/harness/case-database';
import { sqlOf } from '../../test/plan-wish';
import { queryRows } from '../../test/query-rows';
import { withConnection } from '../connect/connect';
import { readSchema } from '../read/read-schema';
import { planMigration } from './plan-migration';

const reader = `retort_reader_${process.pid}`;
const owner = `retort_owner_${process.pid}`;

const server = () => process.env.RETORT_TEST_SERVER ?? '';
beforeAll(() => queryRows(server(), `CREATE ROLE ${reader}; CREATE ROLE ${owner}`));
afterAll(() => queryRows(server(), `DROP ROLE ${reader}; DROP ROLE ${owner}`));

const schema = (type: string) => `CREATE TABLE t (a ${type}, doubled int GENERATED ALWAYS AS (a * 2) STORED);
  CREATE VIEW v AS SELECT a, doubled FROM t;
  CREATE MATERIALIZED VIEW m AS SELECT a FROM v;
  CREATE FUNCTION f(x ${type}) RETURNS ${type} LANGUAGE sql RETURN x`;

const access = `GRANT SELECT ON t TO ${owner}; GRANT SELECT, INSERT ON v TO ${reader}; ALTER VIEW v OWNER TO ${owner}; GRANT SELECT ON m TO ${reader} WITH GRANT OPTION;
  GRANT UPDATE (a) ON v TO PUBLIC; GRANT SELECT (doubled) ON t TO ${reader};
  REVOKE ALL ON FUNCTION f FROM PUBLIC; GRANT EXECUTE ON FUNCTION f TO ${reader}`;

const readAccess = async (url: string) =>
  (await withConnection(url, (client) => readSchema(client))).access.map(({ on, ...given }) => ({
    // The arguments are of another type.
    on: on.kind === 'routine' ? on.name : on,
    ...given,
  }));

test('who could use what is made again can use it afterwards, and after the way back', async () => {
  const from = await createTestDatabase();
  try {
    await queryRows(from.url, `${schema('int')}; ${access}`);
    const before = await readAccess(from.url);
    expect(before).toHaveLength(6);
    const plan = await planMigration({
      from: from.url,
      to: { entities: [] },
      sql: [schema('bigint').replace('doubled int', 'doubled bigint')],
      allow: ['all'],
    });
    if (plan.kind !== 'ready') throw new Error(plan.kind);
    await runStatements(from, plan.up);
    expect(await readAccess(from.url)).toEqual(before);
    await runStatements(from, plan.down);
    expect(await readAccess(from.url)).toEqual(before);
    expect(sqlOf(plan).filter((sql) => /GRANT|REVOKE|OWNER/.test(sql))).toEqual([
      `REVOKE EXECUTE ON ROUTINE "public"."f"(x bigint) FROM PUBLIC`,
      `GRANT EXECUTE ON ROUTINE "public"."f"(x bigint) TO ${reader}`,
      `GRANT SELECT ("doubled") ON "public"."t" TO ${reader}`,
      `ALTER VIEW "public"."v" OWNER TO ${owner}`,
      `GRANT INSERT, SELECT ON "public"."v" TO ${reader}`,
      `GRANT UPDATE ("a") ON "public"."v" TO PUBLIC`,
      `GRANT SELECT ON "public"."m" TO ${reader} WITH GRANT OPTION`,
    ]);
  } finally {
    await from.drop();
  }
});

test('who may use a type or a schema may use it when it was made again', async () => {
  const from = await createTestDatabase();
  try {
    const [rebuilt, given] = ["CREATE TYPE e AS ENUM ('a', 'b')", 'CREATE TABLE t (x e)'];
    await queryRows(
      from.url,
      `${rebuilt}; ${given}; CREATE SCHEMA s; CREATE DOMAIN s.d AS int; CREATE TYPE s.c AS (a int);
       CREATE TYPE s.r AS RANGE (SUBTYPE = int); CREATE TYPE s.e AS ENUM ('a');
       ${['TYPE e', 'SCHEMA s', 'DOMAIN s.d', 'TYPE s.c', 'TYPE s.r', 'TYPE s.e'].map((on) => `GRANT USAGE ON ${on} TO ${reader}; ALTER ${on} OWNER TO ${owner}`).join(';')};
       REVOKE USAGE ON TYPE e FROM PUBLIC`,
    );
    const before = await readAccess(from.url);
    expect(before).toHaveLength(6);
    const plan = await planMigration({
      from: from.url,
      to: { entities: [] },
      sql: [rebuilt.replace("'b'", "'c'"), given],
      allow: ['all'],
    });
    if (plan.kind !== 'ready') throw new Error(plan.kind);
    await runStatements(from, plan.up);
    const ofE = { kind: 'enum', schema: 'public', name: 'e' };
    expect(await readAccess(from.url)).toEqual([expect.objectContaining({ on: ofE, owner })]);
    await runStatements(from, plan.down);
    expect(await readAccess(from.url)).toEqual(before);
  } finally {
    await from.drop();
  }
});

test('what no migration gave is told where it is lost', async () => {
  const [from, live] = [await createTestDatabase(), await createTestDatabase()];
  try {
    await queryRows(from.url, `${schema('int')}; GRANT SELECT ON v TO ${reader}`);
    await queryRows(
      live.url,
      `${schema('int')}; GRANT SELECT ON v TO ${reader}; GRANT SELECT ON m TO ${reader}`,
    );
    const plan = await planMigration({
      from: from.url,
      to: { entities: [] },
      sql: [`${schema('bigint').replace('doubled int', 'doubled bigint')}; GRANT UPDATE ON v TO ${reader}`],
      live: live.url,
      allow: ['all'],
    });
    expect(plan).toMatchObject({
      kind: 'ready',
      notes: [`m is made again without what no migration gave: GRANT SELECT ON "public"."m" TO ${reader}`],
    });
  } finally {
    await from.drop();
    await live.drop();
  }
});

describe('what declared SQL gives', () => {
  let from: TestDatabase;
  beforeEach(async () => {
    from = await createTestDatabase();
  });
  afterEach(() => from.drop());

  const planned = (declared: string) =>
    planMigration({ from: from.url, to: { entities: [] }, sql: [declared] });

  test('is given with what is new, and to what is there; what is there once is given once', async () => {
    await queryRows(
      from.url,
      `${schema('int')}; GRANT DELETE ON t TO ${reader}; GRANT SELECT ON m TO ${reader}`,
    );
    const before = await readAccess(from.url);
    const made = `${schema('int')}; ALTER TABLE t ADD b int;
      CREATE PROCEDURE p() LANGUAGE sql BEGIN ATOMIC END; REVOKE EXECUTE ON PROCEDURE p FROM PUBLIC`;
    const declared = `${made}; ${access}; GRANT UPDATE (b) ON t TO ${reader};
      GRANT CREATE ON SCHEMA public TO ${reader}`;
    const plan = await planned(declared);
    if (plan.kind !== 'ready') throw new Error(plan.kind);
    expect(sqlOf(plan)).toEqual([
      'ALTER TABLE "public"."t" ADD COLUMN "b" integer',
      `GRANT UPDATE ("b") ON "public"."t" TO ${reader}`,
      'CREATE PROCEDURE public.p()\n LANGUAGE sql\nBEGIN ATOMIC\nEND',
      'REVOKE EXECUTE ON ROUTINE "public"."p"() FROM PUBLIC',
      `GRANT SELECT ("doubled") ON "public"."t" TO ${reader}`,
      'GRANT UPDATE ("a") ON "public"."v" TO PUBLIC',
      `REVOKE SELECT ON "public"."m" FROM ${reader}`,
      `GRANT SELECT ON "public"."m" TO ${reader} WITH GRANT OPTION`,
      `GRANT CREATE ON SCHEMA "public" TO ${reader}`,
      'REVOKE EXECUTE ON ROUTINE "public"."f"(x integer) FROM PUBLIC',
      `GRANT EXECUTE ON ROUTINE "public"."f"(x integer) TO ${reader}`,
      `GRANT SELECT ON "public"."t" TO ${owner}`,
      `ALTER VIEW "public"."v" OWNER TO ${owner}`,
      `GRANT INSERT, SELECT ON "public"."v" TO ${reader}`,
    ]);
    await runStatements(from, plan.up);
    // What a migration gave and no SQL declares stays, and is named.
    expect(await planned(declared)).toMatchObject({
      kind: 'empty',
      notes: [
        `A migration gave what the declared SQL does not give; it stays until a migration by hand takes it: GRANT DELETE ON "public"."t" TO ${reader}`,
      ],
    });
    expect(await readAccess(from.url)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          on: 'p',
          revoked: [{ role: 'PUBLIC', privilege: 'EXECUTE', grantable: false }],
        }),
        expect.objectContaining({
          on: { kind: 'table', schema: 'public', name: 't' },
          granted: [
            { role: owner, privilege: 'SELECT', grantable: false },
            { role: reader, privilege: 'DELETE', grantable: false },
          ],
        }),
      ]),
    );
    await runStatements(from, plan.down);
    expect(await readAccess(from.url)).toEqual(before);
  });
});

test('an owner who could do less before can do it again after the way back, and the owner of then has nothing less', async () => {
  const from = await createTestDatabase();
  try {
    const table = 'CREATE TABLE t (a int)';
    await queryRows(from.url, `${table}; ALTER TABLE t OWNER TO ${owner}; GRANT SELECT ON t TO ${reader}`);
    const before = await readAccess(from.url);
    const plan = await planMigration({
      from: from.url,
      to: { entities: [] },
      sql: [`${table}; ALTER TABLE t OWNER TO ${reader}; GRANT SELECT ON t TO ${owner}`],
    });
    if (plan.kind !== 'ready') throw new Error(plan.kind);
    expect(sqlOf(plan)).toEqual([
      `ALTER TABLE "public"."t" OWNER TO ${reader}`,
      `GRANT SELECT ON "public"."t" TO ${owner}`,
    ]);
    await runStatements(from, [...plan.up, ...plan.down]);
    expect(await readAccess(from.url)).toEqual(before);
  } finally {
    await from.drop();
  }
});

test.each([
  {
    what: 'a serial that comes and goes',
    before: 'CREATE TABLE t (id int PRIMARY KEY, n serial, m int NOT NULL)',
    after: 'CREATE TABLE t (id int PRIMARY KEY, n int NOT NULL, m serial)',
  },
  {
    what: 'a serial column whose sequence is not as Postgres would have made it',
    before: `CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE u (id int PRIMARY KEY, n serial);
      ALTER SEQUENCE u_n_seq RENAME TO mine`,
    after: `CREATE TABLE t (id int PRIMARY KEY, n serial); ALTER SEQUENCE t_n_seq RENAME TO another;
      CREATE TABLE u (id int PRIMARY KEY)`,
  },
  {
    what: 'a sequence that is tied, and one that is tied to another table',
    before: `CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE u (id int PRIMARY KEY);
      CREATE SEQUENCE s; CREATE SEQUENCE r OWNED BY u.id; CREATE SEQUENCE q OWNED BY u.id`,
    after: `CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE u (id int PRIMARY KEY);
      CREATE SEQUENCE s OWNED BY t.id; CREATE SEQUENCE r OWNED BY t.id; CREATE SEQUENCE q; CREATE SEQUENCE p OWNED BY t.id`,
  },
])('$what, of a table that another role owns', async ({ before, after }) => {
  const from = await createTestDatabase();
  try {
    await queryRows(from.url, before);
    await queryRows(from.url, `ALTER TABLE t OWNER TO ${owner}`);
    const access = await readAccess(from.url);
    const plan = await planMigration({
      from: from.url,
      to: { entities: [] },
      sql: [after],
      allow: ['all'],
    });
    if (plan.kind !== 'ready') throw new Error(plan.kind);
    await runStatements(from, [...plan.up, ...plan.down]);
    expect(await readAccess(from.url)).toEqual(access);
    await runStatements(from, plan.up);
  } finally {
    await from.drop();
  }
});
