import { planWish as plan, sqlOf } from '../../test/plan-wish';

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

test('a table whose name something keeps until after the renames is not offered as the new one', async () => {
  const before = 'CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a FROM t';
  const after = (name: string) => `CREATE TABLE ${name} (a int, b int)`;
  expect(await plan({ before, after: after('v') })).toMatchObject({ kind: 'refused' });
  expect(await plan({ before, after: after('u') })).toMatchObject({
    questions: [{ choices: [{ value: 't=u' }, { value: 'drop-table:t' }] }],
  });
});

test('columns by which a view joins with USING are renamed, on the way back too', async () => {
  const tables = (id: string) => `CREATE TABLE a (${id} int, x int); CREATE TABLE b (${id} int, y int);`;
  const planned = await plan({
    before: `${tables('id')} CREATE VIEW v AS SELECT id, x, y FROM a JOIN b USING (id)`,
    after: `${tables('key')} CREATE VIEW v AS SELECT key AS id, x, y FROM a JOIN b USING (key)`,
    renames: ['a.id=key', 'b.id=key'],
    rows: 'INSERT INTO a VALUES (1, 2)',
  });
  expect(sqlOf(planned).at(-1)).toContain('FROM (public.a\n     JOIN public.b USING (key))');
});

test.each([
  ['a function in SQL reads', (column: string) => `sql AS 'SELECT ${column} FROM t'`],
  ['PL/pgSQL declares as', (column: string) => `plpgsql AS 'DECLARE v t.${column}%TYPE; BEGIN RETURN; END'`],
])('a column that %s is renamed, on the way back too', async (_reads, body) => {
  const planned = await plan({
    before: `CREATE TABLE t (a int); CREATE FUNCTION f() RETURNS SETOF int LANGUAGE ${body('a')}`,
    after: `CREATE TABLE t (b int); CREATE FUNCTION f() RETURNS SETOF int LANGUAGE ${body('b')}`,
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

test('a table that a function in SQL reads moves to another schema, and back', async () => {
  const inSchema = (name: string) =>
    `CREATE SCHEMA a; CREATE SCHEMA b; CREATE TABLE ${name}.t (x int); CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT x FROM ${name}.t'`;
  const planned = await plan({ before: inSchema('a'), after: inSchema('b'), renames: ['a.t=b.t'] });
  expect(planned.kind).toBe('ready');
});

test('what reads its own table, or all columns of a function, is made again while names change under it', async () => {
  const schema = (t: string, a: string, type: string) =>
    `CREATE TABLE ${t} (${a} int, b ${type});
     CREATE POLICY p ON ${t} USING (b IN (SELECT ${t}.b FROM ${t} WHERE ${t}.${a} = 1));
     CREATE FUNCTION f() RETURNS SETOF ${t} LANGUAGE sql AS 'SELECT * FROM ${t}';
     CREATE VIEW v AS SELECT * FROM f()`;
  const planned = await plan({
    before: schema('t', 'a', 'int'),
    after: schema('u', 'c', 'bigint'),
    renames: ['t=u', 't.a=c'],
  });
  expect(planned.kind).toBe('ready');
});

test('a table moves to a schema that has its old name, and those of its index, key and sequence', async () => {
  const table = (schema: string, name: string, own: string, column: string) =>
    `CREATE TABLE ${schema}.${name} (id int GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME ${schema}.${own}_seq),
      ${column} int, CONSTRAINT ${own}_key PRIMARY KEY (id)); CREATE INDEX ${own}_index ON ${schema}.${name} (${column});`;
  const both = (moving: string) => `CREATE SCHEMA a; CREATE SCHEMA b; ${table('b', 't', 't', 'y')} ${moving}`;
  const planned = await plan({
    before: both(table('a', 't', 't', 'x')),
    after: both(table('b', 'u', 'u', 'x')),
    renames: ['a.t=b.u'],
    rows: 'INSERT INTO a.t (x) VALUES (1)',
  });
  expect(sqlOf(planned)).toEqual([
    'ALTER INDEX "a"."t_index" RENAME TO "retort_aside_2"',
    'ALTER TABLE "a"."t" RENAME CONSTRAINT "t_key" TO "retort_aside_3"',
    'ALTER SEQUENCE "a"."t_seq" RENAME TO "retort_aside_4"',
    'ALTER TABLE "a"."t" RENAME TO "retort_aside"',
    'ALTER TABLE "a"."retort_aside" SET SCHEMA "b"',
    'ALTER TABLE "b"."retort_aside" RENAME TO "u"',
    'ALTER SEQUENCE "b"."retort_aside_4" RENAME TO "u_seq"',
    'ALTER TABLE "b"."u" RENAME CONSTRAINT "retort_aside_3" TO "u_key"',
    'ALTER INDEX "b"."retort_aside_2" RENAME TO "u_index"',
  ]);
});

test('tables that come from two schemas into a third exchange the names of their indexes there', async () => {
  const table = (name: string, index: string, column: string) =>
    `CREATE TABLE ${name} (${column} int, z_${column} int); CREATE INDEX ${index} ON ${name} (${column});`;
  const schemas = 'CREATE SCHEMA a; CREATE SCHEMA b; CREATE SCHEMA c;';
  const planned = await plan({
    before: `${schemas} ${table('a.t', 'i', 'x')} ${table('b.u', 'i', 'y')} ${table('b.v', 'j', 'w')} ${table('c.k', 'l', 'v')}`,
    after: `${schemas} ${table('c.t', 'j', 'x')} ${table('c.u', 'i', 'y')} ${table('c.v', 'k', 'w')} ${table('c.i2', 'l', 'v')}`,
    renames: ['a.t=c.t', 'b.u=c.u', 'b.v=c.v', 'c.k=c.i2'],
    rows: 'INSERT INTO a.t (x) VALUES (1)',
  });
  expect(planned.kind).toBe('ready');
});

test('what is in the way of a table on its way to another schema is named', async () => {
  const array = 'CREATE SCHEMA a; CREATE SCHEMA b; CREATE TYPE b._t AS (x int);';
  await expect(
    plan({
      before: `${array} CREATE TABLE a.t (x int)`,
      after: `${array} CREATE TABLE b.t (x int)`,
      renames: ['a.t=b.t'],
    }),
  ).rejects.toMatchObject({
    message: 'Postgres refuses the new names: type "_t" already exists in schema "b"',
    at: 'ALTER TABLE "a"."t" SET SCHEMA "b"',
    next: 'Give what is in the way another name in a migration of its own first',
  });
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

test('what gets another name in a schema that gets one is in that', async () => {
  const planned = await plan({
    before: `CREATE SCHEMA s; CREATE TYPE s.e AS ENUM ('a'); CREATE TABLE s.t (x s.e); CREATE VIEW s.v AS SELECT x FROM s.t`,
    after: `CREATE SCHEMA r; CREATE TYPE r.f AS ENUM ('b'); CREATE TABLE r.u (y r.f); CREATE VIEW r.w AS SELECT y FROM r.u`,
    renames: ['schema:s=r', 'type:s.e=f', 's.t=u', 's.t.x=y', 'label:s.e.a=b', 'view:s.v=w'],
    rows: `INSERT INTO s.t VALUES ('a')`,
  });
  expect(sqlOf(planned).slice(0, 6)).toEqual([
    'ALTER SCHEMA "s" RENAME TO "r"',
    'ALTER TYPE "r"."e" RENAME TO "f"',
    'ALTER TABLE "r"."t" RENAME TO "u"',
    'ALTER VIEW "r"."v" RENAME TO "w"',
    'ALTER TABLE "r"."u" RENAME COLUMN "x" TO "y"',
    `ALTER TYPE "r"."f" RENAME VALUE 'a' TO 'b'`,
  ]);
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

describe('a table that is gone', () => {
  const before = 'CREATE TABLE t (a int, b int); CREATE TABLE v (a int, b int)';

  test('is not asked for beside one that is new and unlike it', async () => {
    expect(
      await plan({ before: 'CREATE TABLE t (a int, b int)', after: 'CREATE TABLE u (c int, d int)' }),
    ).toMatchObject({
      kind: 'refused',
      refusals: [{ consent: 'drop-table:t' }],
    });
  });

  test('is not asked for beside one that another became', async () => {
    expect(await plan({ before, after: 'CREATE TABLE u (a int, b int)', renames: ['t=u'] })).toMatchObject({
      kind: 'refused',
      refusals: [{ consent: 'drop-table:v' }],
    });
  });
});
