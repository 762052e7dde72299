import { awayBetweenFiles } from '../../test/harness/away-between-files';
import { planWish as plan, sqlOf } from '../../test/plan-wish';

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

  test.each([true, false])('can get one by what others get, online: %s', async (online) => {
    const rows = "INSERT INTO users VALUES (1, NULL), (2, 'b')";
    const wider = after.replace(')', ', place text NOT NULL, number int DEFAULT 7)');
    const backfills = ["users.email=name || '@' || place", "users.name='x'", 'users.place=name || "number"'];
    expect(await plan({ before, after: wider, rows, backfills, online })).toMatchObject({ kind: 'ready' });
  });

  test.each([true, false])('can get one by what is new in another table, online: %s', async (online) => {
    const planned = await plan({
      before: 'CREATE TABLE b (c int); CREATE TABLE a (d int)',
      after:
        'CREATE TABLE b (c int, id uuid DEFAULT gen_random_uuid() NOT NULL); CREATE TABLE a (b_id uuid NOT NULL)',
      rows: 'INSERT INTO b VALUES (1); INSERT INTO a VALUES (1)',
      backfills: ['a.b_id=(SELECT b.id FROM b LIMIT 1)'],
      allow: ['drop-column:a.d'],
      online,
    });
    expect(planned.kind).toBe('ready');
  });

  test.each([true, false])(
    'can get one from a column of another table that goes, online: %s',
    async (online) => {
      const planned = await plan({
        before: 'CREATE TABLE a (id int, email text NOT NULL); CREATE TABLE b (a_id int)',
        after: 'CREATE TABLE a (id int); CREATE TABLE b (a_id int, email text NOT NULL)',
        rows: "INSERT INTO a VALUES (1, 'x@y'); INSERT INTO b VALUES (1)",
        backfills: ['b.email=(SELECT email FROM a WHERE a.id = a_id)'],
        allow: ['drop-column:a.email'],
        online,
      });
      const sql = sqlOf(planned);
      const [fill, drop] = ['UPDATE', 'DROP COLUMN'].map((word) =>
        sql.findIndex((text) => text.includes(word)),
      );
      expect(fill).toBeLessThan(drop as number);
    },
  );

  test.each([true, false])('can get one from a table that goes, online: %s', async (online) => {
    const planned = await plan({
      before: 'CREATE TABLE a (id int, email text); CREATE TABLE b (a_id int)',
      after: 'CREATE TABLE b (a_id int, email text NOT NULL)',
      rows: "INSERT INTO a VALUES (1, 'x@y'); INSERT INTO b VALUES (1)",
      backfills: ["b.email=coalesce((SELECT email FROM a WHERE a.id = a_id), '')"],
      allow: ['drop-table:a'],
      online,
    });
    expect(planned.kind).toBe('ready');
  });

  test.each([true, false])(
    'can get one by functions and views that are new, replaced or go, online: %s',
    async (online) => {
      const returning = (name: string, value: string) =>
        `CREATE FUNCTION ${name}(int) RETURNS int LANGUAGE sql AS 'SELECT ${value}'`;
      const planned = await plan({
        before: `CREATE TABLE t (id int); ${returning('gone', '$1')}; ${returning('kept', '$1')}; CREATE VIEW v AS SELECT 1 AS x; CREATE VIEW w AS SELECT id FROM t`,
        after: `CREATE TABLE t (id int, a int NOT NULL, b int NOT NULL, c int NOT NULL, d int NOT NULL, kept int NOT NULL);
          ${returning('new', '$1')}; ${returning('kept', '$1 * 2')}; CREATE VIEW w AS SELECT id, a FROM t`,
        rows: 'INSERT INTO t VALUES (1)',
        backfills: [
          't.a=gone((SELECT max(w.id) FROM w))',
          't.b=new(id)',
          't.c=(SELECT x FROM v)',
          // Its name is not the other column's, which is told by this one.
          't.d=kept(id)',
          't.kept=d',
        ],
        allow: ['all'],
        online,
      });
      const sql = sqlOf(planned);
      const [fill, replaced] = ['kept(id)', 'OR REPLACE'].map((text) =>
        sql.findIndex((one) => one.includes(text)),
      );
      expect(replaced).toBeLessThan(fill as number);
    },
  );

  test('cannot be told each by the other, where both are new', async () => {
    const wish = {
      before: 'CREATE TABLE t (id int)',
      after: 'CREATE TABLE t (id int, a int NOT NULL, b int NOT NULL)',
      backfills: ['t.a=b', 't.b=a'],
      online: true,
    };
    await expect(plan(wish)).rejects.toThrow('These must each run before the next, in a circle:');
  });

  test('have theirs before a materialized view reads them', async () => {
    const planned = await plan({
      before: 'CREATE TABLE b (n int)',
      after: 'CREATE TABLE b (n int NOT NULL); CREATE MATERIALIZED VIEW a AS SELECT n FROM b',
      rows: 'INSERT INTO b VALUES (NULL)',
      backfills: ['b.n=1'],
      online: true,
    });
    const sql = sqlOf(planned);
    const [fill, view] = ['UPDATE', 'MATERIALIZED'].map((word) =>
      sql.findIndex((text) => text.includes(word)),
    );
    expect(fill).toBeLessThan(view as number);
  });

  test('have theirs without a materialized view that is made again being away between two files', async () => {
    const view = 'CREATE MATERIALIZED VIEW a AS SELECT n, m FROM b';
    const planned = await plan({
      before: `CREATE TABLE b (n int, m int); ${view}`,
      after: `CREATE TABLE b (n int NOT NULL, m bigint); ${view}`,
      rows: 'INSERT INTO b VALUES (NULL)',
      backfills: ['b.n=1'],
      online: true,
    });
    if (planned.kind !== 'ready') throw new Error(planned.kind);
    expect(planned.files.length).toBeGreaterThan(1);
    expect(awayBetweenFiles(planned.files)).toEqual([]);
    // Without it, it would have what the rows had before.
    expect(planned.up.at(-1)?.sql).toBe('REFRESH MATERIALIZED VIEW "public"."a"');
  });

  test('get one where something on the table is looked at no sooner than at the end', async () => {
    const deferred = `; CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
      CREATE CONSTRAINT TRIGGER late AFTER UPDATE ON users DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tf()`;
    const wish = { before: before + deferred, after: after + deferred, rows: 'INSERT INTO users VALUES (1)' };
    const backfills = ["users.name='x'", "users.email='y'"];
    expect(await plan({ ...wish, backfills })).toMatchObject({ kind: 'ready' });
  });

  test('are no question where there are none', async () => {
    expect((await plan({ before, after, rows: 'SELECT 1' })).kind).toBe('ready');
  });
});

describe('a foreign key to a table that the same plan makes', () => {
  const before = 'CREATE TABLE orders (id int, shop_id int)';
  const shops = 'CREATE TABLE shops (id int PRIMARY KEY)';
  const key = 'CONSTRAINT fk_shop REFERENCES shops';
  const rows = 'INSERT INTO orders VALUES (1, 7), (2, 8)';
  const required = `${shops}; CREATE TABLE orders (id int, shop_id int, new_shop_id int NOT NULL ${key})`;
  const steps = `shops is made by the same plan and has no rows yet, so no value of orders.new_shop_id can be right. Take three steps:
1. Let orders.new_shop_id be nullable in the model, and prepare that.
2. Fill shops, and then orders.new_shop_id, in a migration written by hand
3. Let orders.new_shop_id not be nullable again, and prepare that.`;

  test('that rows must have is refused over rows, with the steps to take, and no value is offered', async () => {
    expect(await plan({ before, after: required, rows })).toMatchObject({
      kind: 'refused',
      refusals: [{ what: '2 rows of orders have no new_shop_id.', next: steps }],
    });
    expect(await plan({ before, after: required })).toMatchObject({
      kind: 'needsAnswers',
      questions: [{ choices: [{ value: 'not-null:orders.new_shop_id' }] }],
    });
  });

  test('is refused with those steps where a value was given all the same', async () => {
    const backfills = ['orders.new_shop_id=1'];
    expect(await plan({ before, after: required, rows, backfills })).toMatchObject({
      kind: 'refused',
      refusals: [{ what: expect.stringContaining('(new_shop_id)=(1) is not present'), next: steps }],
    });
  });

  test('is refused where rows hold values already', async () => {
    const after = `${shops}; CREATE TABLE orders (id int, shop_id int ${key})`;
    expect(await plan({ before, after, rows })).toMatchObject({
      kind: 'refused',
      refusals: [
        {
          next: `shops is made by the same plan and has no rows yet, and rows of orders point at some. Take three steps:
1. Leave fk_shop out of the model (createForeignKeyConstraints: false), and prepare that.
2. Fill shops in a migration written by hand
3. Put fk_shop back, and prepare that.`,
        },
      ],
    });
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

  test('is asked for where a foreign key or a check of the same columns is dropped beside it', async () => {
    const tables = (more: string) => `CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (a int${more})`;
    for (const dropped of ['CONSTRAINT fk REFERENCES p', 'CONSTRAINT positive CHECK (a > 0)']) {
      expect(
        await plan({ before: tables(` ${dropped}`), after: tables(' CONSTRAINT u UNIQUE') }),
      ).toMatchObject({ questions: [{ choices: [{ value: 'unique:t.u' }] }] });
    }
  });

  test('is not asked for where another key of the same columns goes, or comes under another name', async () => {
    const keyed = (key: string) => `CREATE TABLE t (a int NOT NULL, b int NOT NULL, ${key})`;
    const [before, after] = [keyed('PRIMARY KEY (a, b)'), keyed('CONSTRAINT u UNIQUE (b, a)')];
    expect(await plan({ before, after })).toMatchObject({ kind: 'ready' });
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

describe('a unique over a new column', () => {
  const before = 'CREATE TABLE t (a int, b text)';
  const rows = "INSERT INTO t VALUES (1, 'A'), (2, 'a'), (3, NULL)";
  const after = 'CREATE TABLE t (a int, b text, c text CONSTRAINT t_pkey PRIMARY KEY)';

  test('is not in the way before it is said what the rows get', async () => {
    expect(await plan({ before, after, rows })).toMatchObject({ kind: 'needsAnswers', refusals: [] });
  });

  test('may be filled with what is another in every row', async () => {
    for (const value of ['gen_random_uuid()::text', "'t-' || a", '(SELECT a::text)']) {
      expect((await plan({ before, after, rows, backfills: [`t.c=${value}`] })).kind).toBe('ready');
    }
  });

  test('by an index is refused where all rows get the same, and is none where they get NULL', async () => {
    const indexed = (column: string) =>
      `CREATE TABLE t (a int, b text, ${column}); CREATE UNIQUE INDEX i ON t (c)`;
    expect(await plan({ before, after: indexed("c text DEFAULT 'x'"), rows })).toMatchObject({
      refusals: [{ what: '2 values of c are there more than once in t.', consent: null }],
    });
    expect(await plan({ before, after: indexed('c text'), rows })).toMatchObject({ kind: 'ready' });
  });

  test('may draw from a sequence', async () => {
    const drawn = `CREATE SEQUENCE s; ${after.replace('c text', "c bigint DEFAULT nextval('s')")}`;
    expect((await plan({ before: `CREATE SEQUENCE s; ${before}`, after: drawn, rows })).kind).toBe('ready');
  });

  test('is refused where a function gives all rows the same', async () => {
    const nobody = `CREATE FUNCTION uuid_of_nobody() RETURNS text IMMUTABLE LANGUAGE sql AS $$SELECT '0'$$; `;
    const same = after.replace('c text', 'c text DEFAULT uuid_of_nobody()');
    expect(await plan({ before: nobody + before, after: nobody + same, rows })).toMatchObject({
      refusals: [{ what: '2 values of c are there more than once in t.', consent: null }],
    });
  });

  test('is refused where the filling repeats itself, by how many values do', async () => {
    for (const value of ["'1'", 'lower(coalesce(b, $$a$$))']) {
      expect(await plan({ before, after, rows, backfills: [`t.c=${value}`] })).toMatchObject({
        refusals: [{ what: '1 value of c is there more than once in t.', consent: null }],
      });
    }
  });

  test('is asked of the rows where the column is computed', async () => {
    const computed = 'CREATE TABLE t (a int, b text, c text GENERATED ALWAYS AS (lower(b)) STORED UNIQUE)';
    expect(await plan({ before, after: computed, rows })).toMatchObject({
      refusals: [{ what: '1 value of c is there more than once in t.', consent: null }],
    });
    const distinct = 'CREATE TABLE t (a int, b text, c int GENERATED ALWAYS AS (a * 2) STORED UNIQUE)';
    expect((await plan({ before, after: distinct, rows })).kind).toBe('ready');
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
            { option: 'labels', value: 'mood.sad=null' },
          ],
        },
      ],
    });
    const renamed = await plan({ before, after, rows, renames: ['label:mood.sad=unhappy'] });
    expect(sqlOf(renamed)).toEqual([`ALTER TYPE "public"."mood" RENAME VALUE 'sad' TO 'unhappy'`]);
    expect((await plan({ before, after, rows, labels: ['mood.sad=ok'] })).kind).toBe('ready');
    expect((await plan({ before, after, allow: ['drop-label:mood.sad'] })).kind).toBe('ready');
  });

  test('is not told on the way back from another that became the same', async () => {
    const types = (labels: string) => `CREATE TYPE mood AS ENUM (${labels}); CREATE TABLE t (a mood)`;
    const wish = { before: types("'sad', 'low', 'ok'"), after: types("'ok', 'down'") };
    const planned = await plan({ ...wish, labels: ['mood.sad=down', 'mood.low=down'] });
    expect(planned.notes).toEqual([`The way back does not know which rows of t were 'low'.`]);
  });

  test('does not become NULL where a column of it may not be, before or after', async () => {
    const column = (required: boolean) => (required ? 'a mood NOT NULL' : 'a mood');
    for (const [was, is] of [
      [true, false],
      [false, true],
    ] as const) {
      const wish = {
        before: before.replace('a mood', column(was)),
        after: after.replace('a mood', column(is)),
      };
      expect(await plan({ ...wish, allow: ['not-null:t.a'] })).toMatchObject({
        questions: [
          {
            choices: [
              { value: 'label:mood.sad=unhappy' },
              { value: 'mood.sad=ok' },
              { value: 'drop-label:mood.sad' },
            ],
          },
        ],
      });
    }
  });

  test('may become NULL, where that may be', async () => {
    const planned = await plan({ before, after, rows, labels: ['mood.sad=NULL'] });
    expect(planned.notes).toEqual([`The way back does not know which rows of t were 'sad'.`]);
    expect(sqlOf(planned)[2]).toContain(`(CASE "a"::text WHEN 'sad' THEN NULL ELSE "a"::text END)`);
    const required = { before, after: after.replace('a mood', 'a mood NOT NULL') };
    await expect(plan({ ...required, labels: ['mood.sad=null'] })).rejects.toMatchObject({
      at: "labels 'mood.sad=null': t.a may not be NULL",
    });
  });
});
