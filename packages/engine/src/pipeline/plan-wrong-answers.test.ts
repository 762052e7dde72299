import { planWish as plan } from '../../test/plan-wish';

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

test('of several expressions the one is told that Postgres points at', async () => {
  const planned = plan({
    before: 'CREATE TABLE t (a text, b text)',
    after: 'CREATE TABLE t (a int, b int)',
    using: ['t.a=a::int', 't.b=(SELECT 1)'],
  });
  await expect(planned).rejects.toMatchObject({
    next: 'Nothing was written. Correct the expression that was given for t.b: (SELECT 1)',
  });
});

test('of several expressions that the rows do not allow, both are told', async () => {
  const planned = await plan({
    before: 'CREATE TABLE t (a text, b text)',
    after: 'CREATE TABLE t (a int, b int)',
    rows: "INSERT INTO t VALUES ('1', 'x')",
    using: ['t.a=a::int', 't.b=b::int'],
  });
  expect(planned).toMatchObject({
    kind: 'refused',
    refusals: [
      {
        next: expect.stringContaining(
          'Correct one of the expressions that were given: t.a=a::int; t.b=b::int;',
        ),
      },
    ],
  });
});

test('a thing that is renamed, and dropped or mapped besides, is told: one of the two is not meant', async () => {
  const planned = plan({
    before: "CREATE TYPE m AS ENUM ('a', 'b'); CREATE TABLE t (a int, x m)",
    after: "CREATE TYPE m AS ENUM ('a', 'c'); CREATE TABLE t (z int, x m)",
    renames: ['t.a=z', 'label:m.b=c'],
    allow: ['drop-column:public.t.a'],
    labels: ['m.b=a'],
  });
  await expect(planned).rejects.toMatchObject({
    at: [
      "renames 't.a=z': it would be dropped, by 'drop-column:public.t.a': leave one of the two out",
      "renames 'label:m.b=c': its rows would get another label, by 'm.b=a': leave one of the two out",
    ].join('\n'),
  });
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
      "backfills 't.q=1': the models have no such column",
      "using 'u.a=1': the models have no such column",
      "labels 'mood.sad=ok': the models have no such enum",
      "renames 't.b=c': the history has no table or column t.b",
      "renames 't.a=z': the models have no column t.z",
    ].join('\n'),
    next: `Write them as renames: ['widgets.widget_name=name', 'old_table=new_table'] backfills: ["users.name='unknown'"] using: ['users.age=age::integer'] labels: ['mood.sad=unhappy'], quoting names that hold dots or spaces: "odd.name".column`,
  });
});

test('a part of what is renamed too may be named with the old name or the new one', async () => {
  const change = {
    before: "CREATE TYPE m AS ENUM ('a'); CREATE TABLE t (a int, b m)",
    after: "CREATE TYPE n AS ENUM ('b'); CREATE TABLE u (c int, b n)",
  };
  const byOldName = await plan({ ...change, renames: ['t=u', 't.a=c', 'type:m=n', 'label:m.a=b'] });
  expect(byOldName).toMatchObject({ kind: 'ready', up: { length: 4 } });
  expect(await plan({ ...change, renames: ['u.a=c', 't=u', 'label:n.a=b', 'type:m=n'] })).toEqual(byOldName);
  expect(await plan({ ...change, renames: ['u.a=c', 't=u', 'label:n.a=b'] })).toEqual(byOldName);
});

describe('a rename that cannot be', () => {
  test.each([
    ['of what is renamed already', ['t.a=c', 't.a=d'], "renames 't.a=d': it is renamed already: 't.a=c'"],
    [
      'to what another is renamed to',
      ['t.a=c', 't.b=c'],
      "renames 't.b=c': another gets that name already: 't.a=c'",
    ],
    [
      'to what is there',
      ['t.a=b'],
      "renames 't.a=b': the history has t.b already, which would have to go in a migration before",
    ],
    ['into another table', ['t.a=u.c'], "renames 't.a=u.c': a column stays in its table: say c alone"],
    [
      'of a table to one that is there',
      ['t=v'],
      "renames 't=v': the history has v already, which would have to go in a migration before",
    ],
    ['of a table that is still there', ['v=w2'], "renames 'v=w2': the models still have the table v"],
    ['of a type to none', ['type:m=n'], "renames 'type:m=n': the models have no type n"],
    ['of a view to none', ['view:w=x'], "renames 'view:w=x': the models have no view x"],
    ['of a sequence to none', ['sequence:s=r'], "renames 'sequence:s=r': the models have no sequence r"],
    [
      'of a label that is still there',
      ['label:m.a=b'],
      "renames 'label:m.a=b': the models still have the label 'a' of m, which, if it is another, would have to come in a migration after",
    ],
    [
      'of a column that is still there, beside one of another table to its name',
      ['t.a=d', 'o.x=b', 't.b=c'],
      "renames 't.b=c': the models still have the column t.b, which, if it is another, would have to come in a migration after",
    ],
    [
      'of what two things are called',
      ['s=x'],
      "renames 's=x': more than one thing has that name: say sequence:s=x or schema:s=x",
    ],
    [
      'of a column that is still there',
      ['t.b=c'],
      "renames 't.b=c': the models still have the column t.b, which, if it is another, would have to come in a migration after",
    ],
  ])('%s is told as that', async (_what, renames, at) => {
    const rest = 'CREATE VIEW w AS SELECT 1 AS one; CREATE SEQUENCE s; CREATE SCHEMA s';
    const wish = plan({
      before: `CREATE TABLE t (a int, b int); CREATE TABLE o (x int); CREATE TABLE v (); ${rest}; CREATE TYPE m AS ENUM ('a')`,
      after: `CREATE TABLE t (b int, c int, d int); CREATE TABLE o (b int); CREATE TABLE v (); CREATE TABLE w2 (); ${rest}; CREATE TYPE m AS ENUM ('a', 'b')`,
      renames,
    });
    await expect(wish).rejects.toMatchObject({ kind: 'settings', at });
  });

  test('to the name of an index, a key or a type is told as that', async () => {
    const before = `CREATE TABLE t (a int); CREATE TABLE v (b int CONSTRAINT k UNIQUE); CREATE INDEX i ON v (b); CREATE TYPE m AS ENUM ('a')`;
    const error = await Promise.all(
      ['i', 'k', 'm'].map((name) =>
        plan({ before, after: `CREATE TABLE ${name} (a int)`, renames: [`t=${name}`] }).catch(({ at }) => at),
      ),
    );
    const taken = (name: string) =>
      `renames 't=${name}': the history has ${name} already, which would have to go in a migration before`;
    expect(error).toEqual(['i', 'k', 'm'].map(taken));
  });

  test('is none where it is said twice', async () => {
    const [before, after] = ['CREATE TABLE t (a int)', 'CREATE TABLE t (b int)'];
    expect((await plan({ before, after, renames: ['t.a=b', 't.a=b'] })).kind).toBe('ready');
  });
});

test('a label that there is not is told, and which there are', async () => {
  const wish = plan({
    before: `CREATE TYPE m AS ENUM ('a', 'b'); CREATE TABLE t (a m)`,
    after: `CREATE TYPE m AS ENUM ('b', 'null'); CREATE TABLE t (a m)`,
    labels: ['m.a=c', 'm.b=null'],
  });
  await expect(wish).rejects.toMatchObject({
    at: [
      "labels 'm.a=c': the models have no label 'c', but 'b', 'null'",
      "labels 'm.b=null': the models still have the label 'b'",
    ].join('\n'),
  });
});

test('two answers to one question are told', async () => {
  const wish = plan({
    before: `CREATE TYPE m AS ENUM ('a', 'x', 'y'); CREATE TABLE t (a m, b int, c text)`,
    after: `CREATE TYPE m AS ENUM ('x', 'y'); CREATE TABLE t (a m, b int NOT NULL, c int)`,
    backfills: ['t.b=1', 't.b=2'],
    using: ['t.c=1', 't.c=2'],
    labels: ['m.a=x', 'm.a=y'],
  });
  await expect(wish).rejects.toMatchObject({
    at: [
      "backfills 't.b=2': the column has another already: 't.b=1'",
      "using 't.c=2': the column has another already: 't.c=1'",
      "labels 'm.a=y': its rows get 'x' already",
    ].join('\n'),
  });
});

test('answers that nobody asked for are told, whatever comes of the plan', async () => {
  const wish = {
    before: `CREATE TYPE m AS ENUM ('a'); CREATE TABLE t (a m, b int)`,
    after: `CREATE TYPE m AS ENUM ('a'); CREATE TABLE t (a m, c int)`,
    allow: ['drop-column:t.d', 'drop-column:t.b'],
    backfills: ['t.c=1'],
    using: ["t.a='a'"],
    labels: [],
  };
  const unneeded = [
    "allow 'drop-column:t.d' was not needed: nothing of that kind and name asks for it.",
    `using 't.a='a'' was not needed, and converts nothing: the column keeps its type, or is new.`,
    "backfills 't.c=1' was not needed, and fills nothing: the column may be NULL, or had a value before.",
  ];
  const ready = await plan(wish);
  expect(ready.kind).toBe('ready');
  expect(ready.notes.slice(0, 3).sort()).toEqual([...unneeded].sort());
  const refused = await plan({
    ...wish,
    after: wish.after.replace('c int', 'c text'),
    allow: ['drop-column:t.d'],
  });
  expect(refused.kind).toBe('refused');
  expect(refused.notes).toContain(unneeded[0]);
  const mapped = {
    before: `CREATE TYPE m AS ENUM ('a', 'b'); CREATE TABLE t (a m)`,
    after: wish.after.replace(', c int', ''),
  };
  expect((await plan({ ...mapped, labels: ['m.c=a'], allow: ['drop-label:m.b'] })).notes).toEqual([
    "labels 'm.c=a' was not needed, and changes no row: the enum loses no such label.",
  ]);
});
