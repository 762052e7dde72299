import type { SqlCase } from './sql-case';

/** Enums and what stands on them. */
export const enumCases: Readonly<Record<string, SqlCase>> = {
  'a text becomes an enum': {
    before: `CREATE TABLE t (a text NOT NULL DEFAULT 'b')`,
    after: `CREATE TYPE e AS ENUM ('a', 'b'); COMMENT ON TYPE e IS 'e'; CREATE TABLE t (a e NOT NULL DEFAULT 'b')`,
  },
  'an enum becomes a text': {
    before: `CREATE TYPE e AS ENUM ('a', 'b'); CREATE TABLE t (a e NOT NULL DEFAULT 'b' CHECK (a <> 'a'), b e[]); CREATE INDEX i ON t (a) WHERE a = 'b'`,
    after: `CREATE TABLE t (a text NOT NULL DEFAULT 'b' CHECK (a <> 'a'), b text[]); CREATE INDEX i ON t (a) WHERE a = 'b'`,
  },
  'a view turns from a table that goes to another, of which it reads nothing but a column of an enum that is rebuilt':
    {
      before: `CREATE TYPE e AS ENUM ('a', 'b'); CREATE TABLE gone (x e); CREATE TABLE kept (y e); CREATE VIEW v AS SELECT count(*) AS n FROM gone`,
      after: `CREATE TYPE e AS ENUM ('b'); CREATE TABLE kept (y e); CREATE VIEW v AS SELECT count(*) AS n FROM kept WHERE y IS NOT NULL`,
    },
  'one enum becomes another': {
    before: `CREATE TYPE e AS ENUM ('a', 'b'); CREATE TABLE t (a e DEFAULT 'b')`,
    after: `CREATE TYPE f AS ENUM ('a', 'b'); CREATE TABLE t (a f DEFAULT 'b')`,
  },
  'labels are added at every place': {
    before: `CREATE TYPE e AS ENUM ('b', 'd'); CREATE TABLE t (a e, b e[] DEFAULT '{b}'); CREATE INDEX i ON t (a) WHERE a = 'b'; CREATE VIEW v AS SELECT a FROM t WHERE a <> 'd'`,
    after: `CREATE TYPE e AS ENUM ('a', 'b', 'c', 'd', 'e'); CREATE TABLE t (a e, b e[] DEFAULT '{b}'); CREATE INDEX i ON t (a) WHERE a = 'b'; CREATE VIEW v AS SELECT a FROM t WHERE a <> 'd'`,
  },
  'a label is added and is the default at once': {
    before: `CREATE TYPE e AS ENUM ('b'); CREATE TABLE t (a e DEFAULT 'b')`,
    after: `CREATE TYPE e AS ENUM ('b', 'c'); CREATE TABLE t (a e DEFAULT 'c' CHECK (a <> 'b'))`,
  },
  'a label is removed under columns, arrays, defaults, checks, indexes, views, functions and policies': {
    before: `CREATE TYPE e AS ENUM ('a', 'b', 'c'); CREATE TABLE t (a e DEFAULT 'b' CHECK (a <> 'a'), b e[] DEFAULT '{a}', n int, o text DEFAULT ('b'::e)::text); CREATE INDEX i ON t (a) WHERE a = 'b'; CREATE VIEW v AS SELECT a FROM t WHERE a <> 'b';
      CREATE FUNCTION f(e) RETURNS text LANGUAGE sql AS 'SELECT $1::text'; CREATE VIEW w AS SELECT f(a) FROM t; CREATE POLICY p ON t USING (a = 'b')`,
    after: `CREATE TYPE e AS ENUM ('b', 'a'); CREATE TABLE t (a e DEFAULT 'a' CHECK (a <> 'a'), b e[] DEFAULT '{a}', n int NOT NULL, o text DEFAULT ('b'::e)::text, m e); CREATE INDEX i ON t (a) WHERE a = 'b'; CREATE VIEW v AS SELECT a FROM t WHERE a <> 'b';
      CREATE FUNCTION f(e) RETURNS text LANGUAGE sql AS 'SELECT $1::text'; CREATE VIEW w AS SELECT f(a) FROM t; CREATE POLICY p ON t USING (a = 'b')`,
    labels: [{ from: 'c', to: 'b' }],
  },
  'an enum is rebuilt while one of its columns leaves it': {
    before: `CREATE TYPE e AS ENUM ('a', 'b'); CREATE TABLE t (a e DEFAULT 'b', b e, c e)`,
    after: `CREATE TYPE e AS ENUM ('b'); CREATE TABLE t (a e DEFAULT 'b', b text, d e)`,
  },
  'an enum is rebuilt while columns of it become arrays and cease to be': {
    before: `CREATE TYPE e AS ENUM ('a', 'b'); CREATE TABLE t (a e DEFAULT 'a', b e[] DEFAULT '{}', c e[] DEFAULT '{b}' NOT NULL, d e)`,
    after: `CREATE TYPE e AS ENUM ('c', 'a'); CREATE TABLE t (a e[] DEFAULT '{a}', b e DEFAULT 'a', c e[] DEFAULT '{a}' NOT NULL, d e[] NOT NULL)`,
    using: 'NULL',
  },
  domains: {
    before: `CREATE DOMAIN d AS text CHECK (VALUE <> ''); CREATE DOMAIN gone AS int; CREATE TABLE t (a d)`,
    after: `CREATE DOMAIN d AS text DEFAULT 'x' NOT NULL CONSTRAINT d_check CHECK (VALUE <> 'y') CONSTRAINT more CHECK (VALUE <> 'z'); COMMENT ON DOMAIN d IS 'd'; CREATE TABLE t (a d); CREATE DOMAIN n AS varchar(3) COLLATE "C" NOT NULL DEFAULT 'a'`,
  },
  'two labels are added and used at once': {
    before: `CREATE TYPE e AS ENUM ('a'); CREATE TABLE t (a e DEFAULT 'a', b e)`,
    after: `CREATE TYPE e AS ENUM ('z', 'a', 'b', 'c'); CREATE TABLE t (a e DEFAULT 'b', b e CHECK (b <> 'c')); CREATE INDEX i ON t (a) WHERE b = 'z'`,
  },
  'a label is added and used at once within an array': {
    before: `CREATE TYPE e AS ENUM ('a'); CREATE TABLE t (a e[] DEFAULT '{a}')`,
    after: `CREATE TYPE e AS ENUM ('a', 'it''s "b"'); CREATE TABLE t (a e[] DEFAULT '{a,"it''s \\"b\\""}')`,
  },
  'the storage of an array outlasts its enum': {
    before: `CREATE TYPE e AS ENUM ('a','b'); CREATE TABLE t (x e[]); ALTER TABLE t ALTER x SET STORAGE main`,
    after: `CREATE TYPE e AS ENUM ('b'); CREATE TABLE t (x e[]); ALTER TABLE t ALTER x SET STORAGE main`,
  },
  'an enum that functions take and return loses a label': {
    before: `CREATE TYPE e AS ENUM ('a','b'); CREATE TABLE t (x e); CREATE FUNCTION f() RETURNS e LANGUAGE sql AS $$SELECT 'b'::e$$; CREATE FUNCTION g(e) RETURNS int LANGUAGE sql AS $$SELECT 1$$`,
    after: `CREATE TYPE e AS ENUM ('b'); CREATE TABLE t (x e); CREATE FUNCTION f() RETURNS e LANGUAGE sql AS $$SELECT 'b'::e$$; CREATE FUNCTION g(e) RETURNS int LANGUAGE sql AS $$SELECT 1$$`,
  },
  'a label is added under everything that stands on the enum': {
    before: `CREATE TYPE e AS ENUM ('a'); CREATE TABLE t (x e CHECK (x <> 'a'), y e GENERATED ALWAYS AS (x) STORED); CREATE VIEW v AS SELECT x FROM t; CREATE INDEX i ON t (x) WHERE x = 'a'; CREATE FUNCTION f(e) RETURNS int LANGUAGE sql AS $$SELECT 1$$; CREATE POLICY p ON t USING (f(x) = 1)`,
    after: `CREATE TYPE e AS ENUM ('a', 'b'); CREATE TABLE t (x e CHECK (x <> 'a'), y e GENERATED ALWAYS AS (x) STORED); CREATE VIEW v AS SELECT x FROM t; CREATE INDEX i ON t (x) WHERE x = 'a'; CREATE FUNCTION f(e) RETURNS int LANGUAGE sql AS $$SELECT 1$$; CREATE POLICY p ON t USING (f(x) = 1)`,
  },
};
