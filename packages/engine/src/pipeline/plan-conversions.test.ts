import { planWish as plan, sqlOf } from '../../test/plan-wish';

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
    const domain = (type: string) => `CREATE DOMAIN word AS ${type}; CREATE TABLE t (a word, b word[])`;
    const after = 'CREATE DOMAIN short AS varchar(3); CREATE TABLE t (a short, b short[])';
    const ofDomain = { before: 'CREATE TABLE t (a text, b text[])', after, allow: ['all'] };
    for (const values of ["'abcd', NULL", "NULL, '{abcd}'"]) {
      for (const change of [ofDomain, { before: domain('text'), after: domain('varchar(3)') }]) {
        expect(await plan({ ...change, rows: `INSERT INTO t VALUES (${values})` })).toMatchObject({
          refusals: [{ what: expect.stringContaining('value too long for type character varying(3)') }],
        });
      }
    }
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

  test('that is told by an expression loses what it loses without it', async () => {
    const planned = await plan({ ...change('timestamp', 'date'), using: ['t.a=a::date'] });
    expect(planned.notes).toEqual(['t.a: The time of day of a is gone.']);
  });

  test('says once how the column is kept, where that is another too', async () => {
    const planned = await plan({ ...change('varchar(9)', 'text COMPRESSION pglz') });
    expect(sqlOf(planned)).toEqual([
      'ALTER TABLE "public"."t" ALTER COLUMN "a" TYPE text',
      'ALTER TABLE "public"."t" ALTER COLUMN "a" SET COMPRESSION pglz',
    ]);
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

describe('a text that becomes an array', () => {
  const wish = {
    before: 'CREATE TABLE posts (tags text NOT NULL)',
    after: 'CREATE TABLE posts (tags character varying[] NOT NULL)',
    rows: "INSERT INTO posts VALUES ('a,b'), ('')",
  };

  test('whether a text that becomes an array is one value or several is asked, with how to say it', async () => {
    const planned = await plan(wish);
    expect(planned).toMatchObject({
      kind: 'needsAnswers',
      questions: [
        {
          text: 'Postgres cannot make character varying[] of the text in posts.tags by itself. How?',
          choices: [
            {
              label: 'Each value is one with commas between, as simple-array has it',
              option: 'using',
              value: `posts.tags=string_to_array("tags", ',')::character varying[]`,
              isOpen: false,
            },
            {
              label: 'Each value is a single one',
              option: 'using',
              value: 'posts.tags=CASE WHEN "tags" IS NOT NULL THEN ARRAY["tags"]::character varying[] END',
              isOpen: false,
            },
            { label: 'By an SQL expression', option: 'using', value: 'posts.tags=', isOpen: true },
          ],
        },
      ],
    });
    if (planned.kind !== 'needsAnswers') throw new Error(planned.kind);
    for (const { value } of planned.questions[0]?.choices.slice(0, 2) ?? []) {
      expect(sqlOf(await plan({ ...wish, using: [value] }))).toHaveLength(1);
    }
  });
});
