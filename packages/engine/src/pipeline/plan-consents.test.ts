import { planWish as plan } from '../../test/plan-wish';

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
      next: "If that is meant, add allow: ['drop-column:kept.b']",
      consent: 'drop-column:kept.b',
    });
  });

  test('is done with those consents; an extension stays', async () => {
    expect((await plan({ before, after, allow: consents })).kind).toBe('ready');
    expect((await plan({ before, after, allow: ['all'] })).kind).toBe('ready');
  });
});

test('an attribute that goes while another comes may be the same, and is renamed by hand', async () => {
  expect(
    await plan({ before: 'CREATE TYPE c AS (a int, b int)', after: 'CREATE TYPE c AS (a int, z int)' }),
  ).toMatchObject({
    kind: 'refused',
    refusals: [
      {
        what: 'The attribute c.b would be dropped with its values.',
        next: "If that is meant, add allow: ['drop-column:c.b']; if it has another name now, write that by hand before: ALTER TYPE c RENAME ATTRIBUTE b TO …",
      },
    ],
  });
});

test('what is dropped beside something new may be the same under another name and type', async () => {
  const wish = { before: 'CREATE TABLE t (a text)', after: 'CREATE TABLE t (b int); CREATE TABLE u (c int)' };
  expect(await plan(wish)).toMatchObject({
    kind: 'refused',
    refusals: [
      {
        next: "If that is meant, add allow: ['drop-column:t.a']; if it has another name now, say which: renames: ['t.a=…']",
        rename: 't.a=',
      },
    ],
  });
});
