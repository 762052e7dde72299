import { createTestDatabase } from '@retort/services/testing';
import { Client } from 'pg';
import { planWish as plan } from '../../test/plan-wish';

test('a column that may not be NULL is dropped and comes back over rows', async () => {
  const planned = await plan({
    before:
      "CREATE TYPE e AS ENUM ('x'); CREATE TABLE t (a int, b text NOT NULL, c e NOT NULL, d int[] NOT NULL, f timestamptz NOT NULL, g uuid NOT NULL)",
    after: "CREATE TYPE e AS ENUM ('x'); CREATE TABLE t (a int)",
    rows: "INSERT INTO t VALUES (1, 'b', 'x', '{}', now(), gen_random_uuid())",
    allow: ['all'],
  });
  expect(planned.notes[0]).toBe("The way back makes t.b again, with '' in every row.");
});

test.each([
  [
    'that are in the way',
    { before: 'b text', row: "'x'", after: 'b text CONSTRAINT k CHECK (b = $$$$)' },
    {
      message:
        'While the way up was proven, Postgres refused to add check k to t: check constraint "k" of relation "t" is violated by some row',
      next: 'Nothing was written. A migration made the rows: write one that puts them right first',
    },
  ],
  [
    'that have no key on the way back',
    { before: 'b text NOT NULL UNIQUE, c int', row: "'x', 1", after: 'c int' },
    {
      message:
        'While the way down was proven, Postgres refused to add column t.b: column "b" of relation "t" contains null values',
      next: 'Nothing was written. A migration made the rows, and only you know what they get back: write this change by hand',
    },
  ],
])('rows of the history %s are said', async (_which, { before, row, after }, said) => {
  const planned = plan({
    before: `CREATE TABLE t (${before}); INSERT INTO t VALUES (${row})`,
    after: `CREATE TABLE t (${after})`,
    allow: ['all'],
  });
  await expect(planned).rejects.toMatchObject(said);
});

describe('the way back', () => {
  test('gives no row a value that its keys do not allow, and says so', async () => {
    const tables = (id: string, of: string) =>
      `CREATE TABLE users (id ${id} CONSTRAINT pk PRIMARY KEY);
       CREATE TABLE posts (of ${of} CONSTRAINT fk REFERENCES users)`;
    const planned = await plan({
      before: tables('int', 'int NOT NULL'),
      after: tables('uuid', 'uuid'),
      using: ['users.id=md5(id::text)::uuid', 'posts.of=md5(of::text)::uuid'],
    });
    expect(planned.notes).toEqual([
      'posts.of, on the way back: The values cannot be turned back into integer: it fails where posts has rows.',
      'users.id, on the way back: The values cannot be turned back into integer: it fails where users has rows.',
    ]);
    const dropped = await plan({
      before: tables('int', 'int NOT NULL'),
      after: 'CREATE TABLE users (id int CONSTRAINT pk PRIMARY KEY); CREATE TABLE posts ()',
      allow: ['drop-column:posts.of'],
    });
    expect(dropped.notes).toEqual(['The way back makes posts.of again only where posts has no rows.']);
  });

  test('does not undo an expression, and says so', async () => {
    const wish = { before: 'CREATE TABLE t (price int)', after: 'CREATE TABLE t (price bigint)' };
    expect((await plan({ ...wish, using: ['t.price=price * 100'] })).notes).toEqual([
      't.price, on the way back: The values are cast back as they are: what price * 100 made of them is not undone.',
    ]);
    expect((await plan({ ...wish, using: ['t.price=0::bigint'] })).notes).toEqual([
      't.price, on the way back: The values are cast back as they are: what 0::bigint made of them is not undone.',
    ]);
    expect((await plan({ ...wish, using: ['t.price="price"::numeric(9,0)::bigint'] })).notes).toEqual([]);
  });

  test('takes a value out of the array that it became', async () => {
    const before =
      'CREATE TABLE t (a int NOT NULL, b varchar(9), c text, d int NOT NULL CONSTRAINT t_d UNIQUE)';
    const rows = "INSERT INTO t VALUES (1, 'x', 'p,q', 5), (2, NULL, NULL, 6)";
    const planned = await plan({
      before,
      after: 'CREATE TABLE t (a int[] NOT NULL, b text[], c text[], d int[] NOT NULL CONSTRAINT t_d UNIQUE)',
      rows,
      using: ['t.b=ARRAY[b]', 't.c=string_to_array("c", \',\')::text[]'],
    });
    expect(planned.notes).toEqual([
      't.a, on the way back: Of several values only the first comes back, and 0 where there is none.',
      't.b, on the way back: Of several values only the first comes back.',
      't.d, on the way back: Of several values only the first comes back: it fails where there is none.',
    ]);
    if (planned.kind !== 'ready') throw new Error(planned.kind);
    const database = await createTestDatabase();
    const client = new Client({ connectionString: database.url });
    await client.connect();
    try {
      await client.query(`${before}; ${rows}`);
      for (const { sql } of [...planned.up, ...planned.down]) await client.query(sql);
      expect((await client.query('SELECT * FROM t ORDER BY a')).rows).toEqual([
        { a: 1, b: 'x', c: 'p,q', d: 5 },
        { a: 2, b: null, c: null, d: 6 },
      ]);
    } finally {
      await client.end();
      await database.drop();
    }
  });
});
