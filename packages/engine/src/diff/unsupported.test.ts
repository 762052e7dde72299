import { schemaMaker } from '../../test/schema-maker';
import { diffSchemas } from './diff-schemas';

const schemaOf = schemaMaker();

test.each([
  {
    said: `the type of an attribute differs`,
    before: `CREATE TYPE c AS (a int); CREATE TABLE t (x c)`,
    after: `CREATE TYPE c AS (a text); CREATE TABLE t (x c)`,
  },
  {
    said: `its attributes stand in another order`,
    before: `CREATE TYPE c AS (a int, b int); CREATE TABLE t (x c)`,
    after: `CREATE TYPE c AS (b int, a int); CREATE TABLE t (x c)`,
  },
  {
    said: `its attributes stand in another order`,
    before: `CREATE TYPE c AS (a int, b int); CREATE TABLE t (x c)`,
    after: `CREATE TYPE c AS (a int, x int, b int); CREATE TABLE t (x c)`,
  },
  {
    said: `its attributes stand in another order`,
    before: `CREATE TYPE c AS (a int, x int, b int); CREATE TABLE t (x c)`,
    after: `CREATE TYPE c AS (a int, b int); CREATE TABLE t (x c)`,
  },
  {
    said: `its type differs, and not every value can be converted there and back`,
    before: `CREATE DOMAIN d AS timestamp(3); CREATE TABLE t (a d)`,
    after: `CREATE DOMAIN d AS timestamp(0); CREATE TABLE t (a d)`,
  },
  {
    said: `its type differs, and not every value can be converted there and back`,
    before: `CREATE DOMAIN d AS timestamp; CREATE TABLE t (a d, b d[])`,
    after: `CREATE DOMAIN d AS timestamptz; CREATE TABLE t (a d, b d[])`,
  },
  {
    said: `its definition differs`,
    before: `CREATE TYPE r AS RANGE (SUBTYPE = float8)`,
    after: `CREATE TYPE r AS RANGE (SUBTYPE = float4)`,
  },
  {
    said: `its collation differs`,
    before: `CREATE DOMAIN d AS text; CREATE TYPE c AS (x d)`,
    after: `CREATE DOMAIN d AS text COLLATE "C"; CREATE TYPE c AS (x d)`,
  },
  ...[
    { makes: 'CREATE TYPE c AS (x d);', type: 'c' },
    { makes: 'CREATE DOMAIN e AS d;', type: 'e[]' },
    { makes: 'CREATE DOMAIN e AS d[];', type: 'e' },
    { makes: 'CREATE TYPE r AS RANGE (SUBTYPE = d);', type: 'r' },
    { makes: 'CREATE TABLE o (x d);', type: 'o' },
  ].flatMap(({ makes, type }) => {
    const of = (definition: string) =>
      `CREATE DOMAIN d AS int ${definition}; ${makes} CREATE TABLE t (a int, b ${type})`;
    const said = 't.b holds it within another type';
    return [
      { said, before: of(''), after: of('CHECK (VALUE > 0)') },
      { said, before: of('CHECK (VALUE > 0)'), after: of('CHECK (VALUE > 1)') },
      { said, before: of('CHECK (VALUE > 0)'), after: of('') },
      { said, before: of(''), after: of('NOT NULL') },
    ];
  }),
  {
    said: `its partitioning differs`,
    before: `CREATE TABLE p (a int, b int) PARTITION BY LIST (a)`,
    after: `CREATE TABLE p (a int, b int) PARTITION BY LIST (b)`,
  },
  {
    said: `its partitioning differs. Write by hand: ALTER TABLE "public"."p" DETACH PARTITION "public"."p1"; ALTER TABLE "public"."p" ATTACH PARTITION "public"."p1" FOR VALUES IN (2); and on the way back ALTER TABLE "public"."p" DETACH PARTITION "public"."p1"; ALTER TABLE "public"."p" ATTACH PARTITION "public"."p1" FOR VALUES IN (1).`,
    before: `CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)`,
    after: `CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (2)`,
  },
  {
    said: `its partitioning differs. Write by hand: create the new table, copy the rows, and rename it.`,
    before: `CREATE TABLE p (a int)`,
    after: `CREATE TABLE p (a int) PARTITION BY LIST (a)`,
  },
  {
    said: `Write by hand: ALTER TABLE "public"."p" ATTACH PARTITION "public"."p1" FOR VALUES IN (2); and on the way back ALTER TABLE "public"."p" DETACH PARTITION "public"."p1".`,
    before: `CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 (a int)`,
    after: `CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (2)`,
  },
  {
    said: `The check c.k is the table's own, and cannot come from a parent alone.`,
    before: `CREATE TABLE a (x int, CONSTRAINT k CHECK (x > 0)); CREATE TABLE c (x int, CONSTRAINT k CHECK (x > 0)) INHERITS (a)`,
    after: `CREATE TABLE a (x int, CONSTRAINT k CHECK (x > 0)); CREATE TABLE c (x int) INHERITS (a)`,
  },
  {
    said: `The identity column p.i comes or goes, and c inherits it`,
    before: `CREATE TABLE p (a int); CREATE TABLE c () INHERITS (p)`,
    after: `CREATE TABLE p (a int, i int GENERATED ALWAYS AS IDENTITY); CREATE TABLE c () INHERITS (p)`,
  },
  {
    said: `The identity column p.i comes or goes, and c inherits it`,
    before: `CREATE TABLE p (a int, i int GENERATED ALWAYS AS IDENTITY); CREATE TABLE c () INHERITS (p)`,
    after: `CREATE TABLE p (a int); CREATE TABLE c () INHERITS (p)`,
  },
  {
    said: `The check p1.k is the table's own, and cannot come from a parent alone.`,
    before: `CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p (CONSTRAINT k CHECK (a > 0)) FOR VALUES IN (1)`,
    after: `CREATE TABLE p (a int, CONSTRAINT k CHECK (a > 0)) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)`,
  },
  {
    said: `The check c.k comes from a parent alone`,
    before: `CREATE TABLE a (x int, CONSTRAINT k CHECK (x > 0)); CREATE TABLE c (x int) INHERITS (a)`,
    after: `CREATE TABLE a (x int); CREATE TABLE c (x int, CONSTRAINT k CHECK (x > 0)) INHERITS (a)`,
  },
  {
    said: `The check c.k comes from a parent alone, and cannot go with the parent.`,
    before: `CREATE TABLE a (x int, CONSTRAINT k CHECK (x > 0)); CREATE TABLE c (x int, y int) INHERITS (a)`,
    after: `CREATE TABLE a (x int, CONSTRAINT k CHECK (x > 0)); CREATE TABLE c (x int, y int)`,
  },
  {
    said: `The check c.k is not there, and cannot come from a new parent alone.`,
    before: `CREATE TABLE a (x int, CONSTRAINT k CHECK (x > 0)); CREATE TABLE c (x int, y int)`,
    after: `CREATE TABLE a (x int, CONSTRAINT k CHECK (x > 0)); CREATE TABLE c (x int, y int) INHERITS (a)`,
  },
  ...[
    { before: 'int', after: 'bigint' },
    { before: 'text', after: 'text COLLATE "C"' },
    { before: 'int', after: 'int NOT NULL' },
    { before: 'int DEFAULT 1', after: 'int' },
  ].flatMap(({ before, after }) => [
    {
      said: `The column c.x is declared by the table itself and by a parent too, and changes with the parent's.`,
      before: `CREATE TABLE a (x ${before}); CREATE TABLE c (x ${before.replace('1', '2')}) INHERITS (a)`,
      after: `CREATE TABLE a (x ${after}); CREATE TABLE c (x ${after}) INHERITS (a)`,
    },
  ]),
  {
    said: `The column c.x is declared by the table itself and by a parent too`,
    before: `CREATE TABLE a (x int, y int); CREATE TABLE c (x int) INHERITS (a)`,
    after: `CREATE TABLE a (y int); CREATE TABLE c () INHERITS (a)`,
  },
  {
    said: `The column c.x is declared by the table itself and by a parent too`,
    before: `CREATE TABLE a (x int); CREATE TABLE c (x int NOT NULL) INHERITS (a)`,
    after: `CREATE TABLE a (x int NOT NULL); CREATE TABLE c (x int) INHERITS (a)`,
  },
  {
    said: `The index i of p is not valid: some of the partitions have it, others do not.`,
    before: `CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE TABLE p2 PARTITION OF p DEFAULT; CREATE INDEX i ON ONLY p (a); CREATE INDEX i1 ON p1 (a); ALTER INDEX i ATTACH PARTITION i1`,
    after: `CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE TABLE p2 PARTITION OF p DEFAULT; CREATE INDEX i ON p (a)`,
  },
  {
    said: 'it is partitioned by b, whose type changes',
    before: 'CREATE TABLE p (a int, b int) PARTITION BY RANGE (a, abs(b))',
    after: 'CREATE TABLE p (a int, b bigint) PARTITION BY RANGE (a, abs(b))',
  },
  ...["'b'", "'a', 'b'"].map((labels) => ({
    said: `while these stand on it: p.`,
    before: `CREATE TYPE e AS ENUM ('a'); CREATE TABLE p (x e) PARTITION BY LIST (x)`,
    after: `CREATE TYPE e AS ENUM (${labels}); CREATE TABLE p (x e) PARTITION BY LIST (x)`,
  })),
  {
    said: `while these stand on it: r.`,
    before: `CREATE TYPE e AS ENUM ('a'); CREATE TYPE r AS RANGE (SUBTYPE = e); CREATE TABLE t (x e)`,
    after: `CREATE TYPE e AS ENUM ('b'); CREATE TYPE r AS RANGE (SUBTYPE = e); CREATE TABLE t (x e)`,
  },
  {
    said: `an index changes on which its REPLICA IDENTITY or CLUSTER stands`,
    before: `CREATE TABLE t (a int PRIMARY KEY, b int NOT NULL); CREATE UNIQUE INDEX i ON t (b); ALTER TABLE t REPLICA IDENTITY USING INDEX i; ALTER TABLE t CLUSTER ON i`,
    after: `CREATE TABLE t (a int PRIMARY KEY, b bigint NOT NULL); CREATE UNIQUE INDEX i ON t (b, a); ALTER TABLE t REPLICA IDENTITY USING INDEX i; ALTER TABLE t CLUSTER ON i`,
  },
  ...['REPLICA IDENTITY USING INDEX i', 'CLUSTER ON i'].map((mark) => ({
    said: `an index changes on which its REPLICA IDENTITY or CLUSTER stands`,
    before: `CREATE TABLE t (a int NOT NULL, b int NOT NULL); CREATE UNIQUE INDEX i ON t (b); ALTER TABLE t ${mark}`,
    after: `CREATE TABLE t (a int NOT NULL, b int NOT NULL); CREATE UNIQUE INDEX i ON t (b, a); ALTER TABLE t ${mark}`,
  })),
  {
    said: `The column c.x has a NOT NULL other than its parent's`,
    before:
      'CREATE TABLE a (x int, y int); CREATE TABLE c () INHERITS (a); ALTER TABLE c ALTER x SET NOT NULL',
    after: 'CREATE TABLE a (x int NOT NULL, y int); CREATE TABLE c () INHERITS (a)',
  },
])('$before to $after: $said', async ({ said, before, after }) => {
  const [from, to] = [await schemaOf(before), await schemaOf(after)];
  const { unsupported } = diffSchemas(from, to);
  expect(unsupported.map(({ what, write }) => `${what} ${write}`).join('\n')).toContain(said);
});
