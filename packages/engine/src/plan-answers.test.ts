import { createTestDatabase } from '@retort/services/testing';
import { planWish as plan, runEach as run, sqlOf } from '../test/plan-wish';
import { planMigration } from './plan-migration';

describe('a column that is gone while one like it is new', () => {
  const before =
    'CREATE TABLE widgets (id int CONSTRAINT pk PRIMARY KEY, widget_name text CONSTRAINT old_check CHECK (widget_name <> $$x$$)); CREATE INDEX old_index ON widgets (lower(widget_name)); CREATE VIEW v AS SELECT widget_name AS shown FROM widgets';
  const after =
    'CREATE TABLE widgets (id int CONSTRAINT pk PRIMARY KEY, name text CONSTRAINT new_check CHECK (name <> $$x$$)); CREATE INDEX new_index ON widgets (lower(name)); CREATE VIEW v AS SELECT name AS shown FROM widgets';

  test('is asked for', async () => {
    expect(await plan({ before, after })).toEqual({
      kind: 'needsAnswers',
      questions: [
        {
          text: 'Is widgets.name the old widgets.widget_name?',
          choices: [
            {
              label: 'Yes: rename it',
              option: 'renames',
              value: 'widgets.widget_name=name',
              isOpen: false,
            },
            {
              label: 'No: widgets.widget_name is dropped',
              option: 'allow',
              value: 'drop-column:widgets.widget_name',
              isOpen: false,
            },
          ],
        },
      ],
      refusals: [],
      notes: [],
    });
  });

  test('is renamed, with what stands on it, where it is the same', async () => {
    const planned = await plan({ before, after, renames: ['widgets.widget_name=name'] });
    expect(sqlOf(planned)).toEqual([
      'ALTER TABLE "public"."widgets" RENAME COLUMN "widget_name" TO "name"',
      'ALTER TABLE "public"."widgets" RENAME CONSTRAINT "old_check" TO "new_check"',
      'ALTER INDEX "public"."old_index" RENAME TO "new_index"',
    ]);
  });

  test('is dropped where it is not', async () => {
    const planned = await plan({ before, after, allow: ['drop-column:widgets.widget_name'] });
    expect(sqlOf(planned).at(-1)).toBe('ALTER TABLE "public"."widgets" DROP COLUMN "widget_name"');
    expect(planned.notes).toEqual(['The way back makes widgets.widget_name again without its values.']);
  });

  test('is still asked for when everything may be dropped', async () => {
    expect(await plan({ before, after, allow: ['all'] })).toMatchObject({ kind: 'needsAnswers' });
  });
});

test.each([
  ['backfills', 't.b=nope(1)', 'CREATE TABLE t (a text, b text NOT NULL)'],
  ['using', 't.a=nope(1)', 'CREATE TABLE t (a int)'],
] as const)('an expression that Postgres refuses is told as that: %s', async (option, given, after) => {
  await expect(plan({ before: 'CREATE TABLE t (a text)', after, [option]: [given] })).rejects.toMatchObject({
    message: expect.stringContaining('function nope(integer) does not exist'),
    next: `Nothing was written. Correct the expression that was given for ${given.slice(0, 3)}: nope(1)`,
    kind: 'settings',
  });
});

test('a column that a function in SQL reads is renamed, on the way back too', async () => {
  const planned = await plan({
    before: `CREATE TABLE t (a int); CREATE FUNCTION f() RETURNS SETOF int LANGUAGE sql AS 'SELECT a FROM t'`,
    after: `CREATE TABLE t (b int); CREATE FUNCTION f() RETURNS SETOF int LANGUAGE sql AS 'SELECT b FROM t'`,
    renames: ['t.a=b'],
  });
  if (planned.kind !== 'ready') throw new Error(planned.kind);
  const firstLines = (statements: typeof planned.up) => statements.map(({ sql }) => sql.split('\n')[0]);
  expect(firstLines(planned.down)).toEqual([
    'SET LOCAL check_function_bodies = off',
    'CREATE OR REPLACE FUNCTION public.f()',
    'ALTER TABLE "public"."t" RENAME COLUMN "b" TO "a"',
  ]);
});

test('a table is renamed with its sequence, keys and foreign keys, and columns in it too', async () => {
  const table = (name: string, column: string) =>
    `CREATE TABLE ${name} (id serial, ${column} int NOT NULL, parent_id int, PRIMARY KEY (id), FOREIGN KEY (parent_id) REFERENCES ${name})`;
  const before = `${table('old_table', 'a')}; CREATE TABLE child (old_id int REFERENCES old_table)`;
  const after = `${table('new_table', 'b')}; CREATE TABLE child (old_id int REFERENCES new_table)`;
  expect(await plan({ before, after })).toMatchObject({
    questions: [{ text: 'Is new_table the old old_table?' }],
  });
  const half = await plan({ before, after, renames: ['old_table=new_table'] });
  expect(half).toMatchObject({
    questions: [{ choices: [{ value: 'old_table.a=b' }, { value: 'drop-column:new_table.a' }] }],
  });
  const rows = 'INSERT INTO old_table (a, parent_id) VALUES (1, 1); INSERT INTO child VALUES (1)';
  const planned = await plan({ before, after, rows, renames: ['old_table=new_table', 'old_table.a=b'] });
  expect(sqlOf(planned)).toEqual([
    'ALTER TABLE "public"."old_table" RENAME TO "new_table"',
    'ALTER TABLE "public"."new_table" RENAME COLUMN "a" TO "b"',
    'ALTER SEQUENCE "public"."old_table_id_seq" RENAME TO "new_table_id_seq"',
    'ALTER TABLE "public"."new_table" RENAME CONSTRAINT "old_table_parent_id_fkey" TO "new_table_parent_id_fkey"',
    'ALTER TABLE "public"."new_table" RENAME CONSTRAINT "old_table_pkey" TO "new_table_pkey"',
  ]);
});

test('an enum follows its column to its new name', async () => {
  const planned = await plan({
    before: "CREATE TYPE t_old_enum AS ENUM ('a'); CREATE TABLE t (old t_old_enum DEFAULT 'a')",
    after: "CREATE TYPE t_new_enum AS ENUM ('a', 'b'); CREATE TABLE t (new t_new_enum DEFAULT 'a')",
    renames: ['t.old=new'],
    rows: 'INSERT INTO t DEFAULT VALUES',
  });
  expect(sqlOf(planned)).toEqual([
    'ALTER TYPE "public"."t_old_enum" RENAME TO "t_new_enum"',
    'ALTER TABLE "public"."t" RENAME COLUMN "old" TO "new"',
    `ALTER TYPE "public"."t_new_enum" ADD VALUE 'b'`,
  ]);
});

test('names move on in a row, into another schema, and with their schema', async () => {
  const planned = await plan({
    before:
      'CREATE SCHEMA s; CREATE TABLE s.a (x int, y int); CREATE TABLE b (x int); CREATE TABLE c (z int)',
    after:
      'CREATE SCHEMA r; CREATE SCHEMA n; CREATE TABLE r.a (y int, w int); CREATE TABLE n.c (x int); CREATE TABLE d (z int)',
    renames: ['schema:s=r', 's.a.y=w', 's.a.x=y', 'b=n.c', 'c=d'],
  });
  expect(sqlOf(planned)).toEqual([
    'ALTER SCHEMA "s" RENAME TO "r"',
    'CREATE SCHEMA "n"',
    'ALTER TABLE "public"."b" SET SCHEMA "n"',
    'ALTER TABLE "n"."b" RENAME TO "c"',
    'ALTER TABLE "public"."c" RENAME TO "d"',
    'ALTER TABLE "r"."a" RENAME COLUMN "y" TO "w"',
    'ALTER TABLE "r"."a" RENAME COLUMN "x" TO "y"',
  ]);
});

test('answers that name nothing are told, all of them', async () => {
  const error = await plan({
    before: 'CREATE TABLE t (a int)',
    after: 'CREATE TABLE t (a int)',
    renames: ['t.b=c', 't.a=z'],
    backfills: ['t.q=1'],
    using: ['u.a=1'],
    labels: ['mood.sad=ok'],
  }).catch((caught: unknown) => caught);
  expect(error).toMatchObject({
    kind: 'settings',
    at: [
      "backfill 't.q=1': the models have no such column",
      "using 'u.a=1': the models have no such column",
      "map 'mood.sad=ok': the models have no such enum",
      "rename 't.b=c': the history has no table or column t.b",
      'the models have no column t.z',
    ].join('\n'),
  });
});

describe('what is not done unasked', () => {
  const before = `CREATE SCHEMA s; CREATE TABLE s.t (a int); CREATE TABLE gone (a int); CREATE TABLE kept (a int, b int);
    CREATE TYPE e AS ENUM ('x'); CREATE VIEW v AS SELECT 1 AS one; CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE SEQUENCE q;
    CREATE POLICY p ON kept USING (true); CREATE EXTENSION citext`;
  const after = 'CREATE TABLE kept (a int)';
  const consents = [
    'drop-schema:s',
    'drop-type:e',
    'drop-sequence:q',
    'drop-function:f(a integer)',
    'drop-table:gone',
    'drop-table:s.t',
    'drop-column:kept.b',
    'drop-policy:kept.p',
    'drop-view:v',
  ];

  test('is refused, with what to type', async () => {
    const planned = await plan({ before, after });
    if (planned.kind !== 'refused') throw new Error(planned.kind);
    expect(planned.refusals.map(({ consent }) => consent).sort()).toEqual([...consents].sort());
    expect(planned.refusals.find(({ consent }) => consent === 'drop-column:kept.b')).toEqual({
      what: 'The column kept.b would be dropped with its values.',
      next: 'If that is meant, add ALLOW="drop-column:kept.b"',
      consent: 'drop-column:kept.b',
    });
  });

  test('is done with those consents; an extension stays', async () => {
    expect((await plan({ before, after, allow: consents })).kind).toBe('ready');
    expect((await plan({ before, after, allow: ['all'] })).kind).toBe('ready');
  });
});

describe('rows in the way of NOT NULL', () => {
  const before = 'CREATE TABLE users (id int, name text)';
  const after = 'CREATE TABLE users (id int, name text NOT NULL, email text NOT NULL)';

  test('are asked for where nothing is known of them', async () => {
    expect(await plan({ before, after })).toMatchObject({
      kind: 'needsAnswers',
      questions: [
        {
          text: 'users.email is new, may not be NULL and has no default. What do the rows get that are there?',
          choices: [
            { option: 'backfills', value: 'users.email=', isOpen: true },
            { option: 'allow', value: 'not-null:users.email' },
          ],
        },
        { choices: [{ value: 'users.name=' }, { value: 'not-null:users.name' }] },
      ],
    });
  });

  test('are counted, and can get a value', async () => {
    const rows = "INSERT INTO users VALUES (1, NULL), (2, 'b')";
    expect(await plan({ before, after, rows })).toMatchObject({
      questions: [
        { text: expect.stringMatching(/^2 rows of users have no email\. /) },
        {
          text: expect.stringMatching(/^1 row of users has no name\. /),
          choices: [{ value: 'users.name=' }],
        },
      ],
    });
    const backfills = ["users.name='nobody'", "users.email=id || '@example.org'"];
    expect((await plan({ before, after, rows, backfills })).kind).toBe('ready');
  });

  test('are no question where there are none', async () => {
    expect((await plan({ before, after, rows: 'SELECT 1' })).kind).toBe('ready');
  });
});

describe('a unique over rows', () => {
  const before = 'CREATE TABLE t (a int, b text)';
  const after =
    'CREATE TABLE t (a int CONSTRAINT u UNIQUE, b text, c serial PRIMARY KEY, d text UNIQUE); CREATE UNIQUE INDEX i ON t (lower(b)) WHERE a > 0';

  test('is asked for, but not where it cannot fail', async () => {
    expect(await plan({ before, after })).toMatchObject({
      questions: [{ choices: [{ value: 'unique:t.u' }] }, { choices: [{ value: 'unique:t.i' }] }],
    });
    expect((await plan({ before, after, allow: ['unique:t.u', 'unique:t.i'] })).kind).toBe('ready');
  });

  test('is refused over duplicates, and no question over none', async () => {
    const rows = "INSERT INTO t VALUES (1, 'A'), (1, 'a'), (NULL, NULL), (NULL, NULL)";
    expect(await plan({ before, after, rows })).toMatchObject({
      kind: 'refused',
      refusals: [
        { what: '1 value of a is there more than once in t.', consent: null },
        { what: '1 value of lower(b) is there more than once in t.' },
      ],
    });
    expect((await plan({ before, after, rows: "INSERT INTO t VALUES (1, 'A'), (2, 'b')" })).kind).toBe(
      'ready',
    );
  });
});

describe('a conversion', () => {
  const change = (from: string, to: string) => ({
    before: `CREATE TABLE t (a ${from})`,
    after: `CREATE TABLE t (a ${to})`,
  });

  test('that may fail is tried on the rows', async () => {
    const wish = change('text', 'int');
    expect(await plan(wish)).toMatchObject({
      questions: [{ choices: [{ value: 't.a=' }, { value: 'convert:t.a' }] }],
    });
    expect((await plan({ ...wish, rows: "INSERT INTO t VALUES ('1')" })).kind).toBe('ready');
    expect(await plan({ ...wish, rows: "INSERT INTO t VALUES ('x')" })).toMatchObject({
      questions: [{ text: expect.stringContaining('invalid input syntax for type integer: "x"') }],
    });
    const using = ["t.a=nullif(a, 'x')::int"];
    expect((await plan({ ...wish, rows: "INSERT INTO t VALUES ('x'), ('7')", using })).kind).toBe('ready');
  });

  test('that cuts is not done unasked', async () => {
    const wish = change('varchar(9)', 'varchar(3)');
    expect(await plan({ ...wish, rows: "INSERT INTO t VALUES ('abcd')" })).toMatchObject({
      kind: 'needsAnswers',
    });
    expect((await plan({ ...wish, rows: "INSERT INTO t VALUES ('abc')" })).kind).toBe('ready');
  });

  test('that loses digits is not done unasked', async () => {
    const wish = change('numeric(10,4)', 'numeric(10,2)');
    const rows = 'INSERT INTO t VALUES (1.2345), (1.5)';
    expect(await plan({ ...wish, rows })).toMatchObject({
      questions: [
        { text: expect.stringMatching(/^1 row of t has values in a that do not fit numeric\(10,2\)\./) },
      ],
    });
    const planned = await plan({ ...wish, rows, allow: ['convert:t.a'] });
    expect(planned.notes).toEqual(['t.a: Digits beyond 2 behind the point are gone.']);
  });

  test('that Postgres does not know asks for an expression', async () => {
    const wish = change('jsonb', 'point');
    expect(await plan(wish)).toMatchObject({
      kind: 'needsAnswers',
      questions: [{ choices: [{ option: 'using', value: 't.a=', isOpen: true }] }],
      refusals: [],
    });
    const using = ["t.a=point((a->>'x')::float, 0)"];
    expect((await plan({ ...wish, using, rows: `INSERT INTO t VALUES ('{"x": 1}')` })).kind).toBe('ready');
  });
});

describe('a label that is gone', () => {
  const before = "CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE TABLE t (a mood, b mood[])";
  const after = "CREATE TYPE mood AS ENUM ('unhappy', 'ok'); CREATE TABLE t (a mood, b mood[])";
  const rows = "INSERT INTO t VALUES ('sad', '{sad,ok}')";

  test('is renamed, mapped, or not there: a person knows', async () => {
    expect(await plan({ before, after, rows })).toMatchObject({
      questions: [
        {
          text: expect.stringMatching(/^2 rows have the label 'sad' of mood\. /),
          choices: [
            { option: 'renames', value: 'label:mood.sad=unhappy' },
            { option: 'labels', value: 'mood.sad=ok' },
          ],
        },
      ],
    });
    const renamed = await plan({ before, after, rows, renames: ['label:mood.sad=unhappy'] });
    expect(sqlOf(renamed)).toEqual([`ALTER TYPE "public"."mood" RENAME VALUE 'sad' TO 'unhappy'`]);
    expect((await plan({ before, after, rows, labels: ['mood.sad=ok'] })).kind).toBe('ready');
    expect((await plan({ before, after, allow: ['drop-label:mood.sad'] })).kind).toBe('ready');
  });
});

describe('the database in use', () => {
  test('keeps what is not ours, and it is named', async () => {
    const planned = await plan({
      before: 'CREATE TABLE t (a int)',
      after: 'CREATE TABLE t (a int, b int)',
      rows: 'CREATE TABLE theirs (a int)',
    });
    expect(planned.notes).toEqual([
      "The table public.theirs is neither the models' nor the history's: left alone.",
    ]);
  });

  test('has its say on a check', async () => {
    expect(
      await plan({
        before: 'CREATE TABLE t (a int)',
        after: 'CREATE TABLE t (a int CONSTRAINT positive CHECK (a > 0))',
        rows: 'INSERT INTO t VALUES (-1)',
      }),
    ).toMatchObject({
      kind: 'refused',
      refusals: [
        {
          what: 'The rows of the database in use do not allow it: Add check positive to t: check constraint "positive" of relation "t" is violated by some row',
        },
      ],
    });
  });

  test('that is not where the history is, is not tried', async () => {
    const [from, live] = [await createTestDatabase(), await createTestDatabase()];
    await run(from.url, 'CREATE TABLE t (a int)');
    await run(live.url, 'CREATE TABLE t (z int)');
    const to = { entities: [] };
    const planned = await planMigration({
      from: from.url,
      live: live.url,
      to,
      sql: ['CREATE TABLE t (a int, b int)'],
    });
    expect(planned.notes).toEqual([
      'Not tried on the database in use: it is not where the history is (make db-status, make db-check): column public.t.a is gone.',
    ]);
    await from.drop();
    await live.drop();
  });
});

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
    expect((await plan({ ...wish, using: ['t.price="price"::numeric(9,0)::bigint'] })).notes).toEqual([]);
  });
});

describe('a text that becomes an enum', () => {
  const wish = {
    before: 'CREATE TABLE jobs (level text)',
    after: `CREATE TYPE level AS ENUM ('low', 'high'); CREATE TABLE jobs (level level)`,
  };

  test('is tried on the rows, although the enum is not there yet', async () => {
    expect((await plan({ ...wish, rows: `INSERT INTO jobs VALUES ('low'), (NULL)` })).kind).toBe('ready');
    expect(await plan({ ...wish, rows: `INSERT INTO jobs VALUES ('mid')` })).toMatchObject({
      kind: 'needsAnswers',
      questions: [
        {
          text: 'Rows of jobs have values in level that do not fit public.level: invalid input value for enum level: "mid". jobs.level becomes public.level and was text. Not every value may be convertible. How?',
          choices: [{ option: 'using' }],
        },
      ],
    });
  });

  test('may have a label that the enum gets with it', async () => {
    const planned = await plan({
      before: `CREATE TYPE level AS ENUM ('low'); CREATE TABLE jobs (level text[])`,
      after: `CREATE TYPE level AS ENUM ('low', 'high'); CREATE TABLE jobs (level level[])`,
      rows: `INSERT INTO jobs VALUES ('{high}')`,
    });
    expect(planned.kind).toBe('ready');
  });
});

test('what is dropped beside something new may be the same under another name and type', async () => {
  const wish = { before: 'CREATE TABLE t (a text)', after: 'CREATE TABLE t (b int); CREATE TABLE u (c int)' };
  expect(await plan(wish)).toMatchObject({
    kind: 'refused',
    refusals: [
      {
        next: 'If that is meant, add ALLOW="drop-column:t.a"; if it has another name now, say which: RENAME="t.a=…"',
      },
    ],
  });
});

describe('tables whose names, and what bears them, wait for each other', () => {
  const table = (name: string, rest: string) =>
    `CREATE TABLE ${name} (id serial CONSTRAINT pk_${name} PRIMARY KEY, n int CONSTRAINT uq_${name} UNIQUE, ${rest}, CONSTRAINT no_${name} EXCLUDE (n WITH =));
     CREATE INDEX ix_${name} ON ${name} (n);`;
  const rows = `INSERT INTO a (n, x) VALUES (1, 'a'); INSERT INTO b (n, y) VALUES (2, true)`;

  test('exchange them', async () => {
    const planned = await plan({
      before: table('a', 'x text') + table('b', 'y boolean'),
      after: table('b', 'x text') + table('a', 'y boolean'),
      renames: ['a=b', 'b=a'],
      rows,
    });
    expect(sqlOf(planned).filter((sql) => sql.includes('SEQUENCE'))).toEqual([
      'ALTER SEQUENCE "public"."b_id_seq" RENAME TO "retort_aside"',
      'ALTER SEQUENCE "public"."a_id_seq" RENAME TO "b_id_seq"',
      'ALTER SEQUENCE "public"."retort_aside" RENAME TO "a_id_seq"',
    ]);
  });

  test('take them over one after the other', async () => {
    const planned = await plan({
      before: table('a', 'x text') + table('b', 'y boolean'),
      after: table('b', 'x text') + table('c', 'y boolean') + table('a', 'z int'),
      renames: ['a=b', 'b=c'],
      rows,
    });
    expect(planned.kind).toBe('ready');
  });
});
