import type { SqlCase } from './sql-case';

/** What declared SQL alone can say: functions, triggers, policies, types and sequences. */
export const declaredCases: Readonly<Record<string, SqlCase>> = {
  'composite and range types': {
    before: 'CREATE TYPE c AS (a int, b text); CREATE TYPE gone AS (x int)',
    after: `CREATE TYPE c AS (a int, d date); COMMENT ON COLUMN c.d IS 'd'; CREATE TYPE r AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = float8mi)`,
  },
  sequences: {
    before: 'CREATE SEQUENCE s; CREATE SEQUENCE gone; CREATE TABLE t (a int)',
    after:
      "CREATE TABLE t (a int); CREATE SEQUENCE s AS int INCREMENT BY 2 MINVALUE 5 MAXVALUE 100 START WITH 7 CACHE 3 CYCLE OWNED BY t.a; CREATE SEQUENCE down INCREMENT BY -1; CREATE SEQUENCE n; ALTER TABLE t ALTER a SET DEFAULT nextval('n')",
  },
  'functions change their body, their result and their arguments': {
    before: `CREATE FUNCTION body() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE FUNCTION result() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE FUNCTION args(a int) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1';
      CREATE TABLE t (a int DEFAULT result(), b int CHECK (b > args(1)), c int DEFAULT body())`,
    after: `CREATE FUNCTION body() RETURNS int LANGUAGE sql AS 'SELECT 2'; CREATE FUNCTION result() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint'; CREATE FUNCTION args(b int) RETURNS int LANGUAGE sql AS 'SELECT 1';
      CREATE TABLE t (a int DEFAULT result(), b int CHECK (b > args(1)), c int DEFAULT body()); COMMENT ON FUNCTION body() IS 'b'; CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int, INITCOND = '0')`,
  },
  'triggers, policies and row security': {
    before: `CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TABLE t (a int, b int); CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf(); CREATE TRIGGER y BEFORE UPDATE OF a ON t FOR EACH ROW WHEN (OLD.a > 1) EXECUTE FUNCTION tf(); CREATE POLICY p ON t USING (a > 0)`,
    after: `CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TABLE t (a bigint, b int); CREATE TRIGGER x AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf(); CREATE TRIGGER y BEFORE UPDATE OF a ON t FOR EACH ROW WHEN (OLD.a > 1) EXECUTE FUNCTION tf(); ALTER TABLE t DISABLE TRIGGER y; CREATE POLICY p ON t AS RESTRICTIVE FOR INSERT TO PUBLIC WITH CHECK (a > 0); CREATE POLICY q ON t FOR SELECT USING (true); ALTER TABLE t ENABLE ROW LEVEL SECURITY; ALTER TABLE t FORCE ROW LEVEL SECURITY; COMMENT ON POLICY p ON t IS 'p'; COMMENT ON TRIGGER x ON t IS 'x'`,
  },
  'rules and statistics': {
    before:
      'CREATE TABLE t (a int, b int); CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING; CREATE STATISTICS s ON a, b FROM t',
    after: `CREATE TABLE t (a bigint, b int); CREATE RULE r AS ON DELETE TO t WHERE OLD.a > 0 DO INSTEAD NOTHING; CREATE STATISTICS s (ndistinct) ON a, b FROM t; CREATE STATISTICS x ON (a + b), b FROM t; ALTER STATISTICS x SET STATISTICS 5; COMMENT ON STATISTICS s IS 's'`,
  },
  'an extension and a column of its type': {
    before: '',
    after: 'CREATE EXTENSION IF NOT EXISTS citext; CREATE TABLE t (a citext UNIQUE)',
  },
  'columns become of a domain, leave it and change within it': {
    before: `CREATE DOMAIN positive AS int CHECK (VALUE > 0); CREATE DOMAIN word AS varchar(9); CREATE TABLE t (a int DEFAULT 1, b positive DEFAULT 2, c positive, d text, e positive[], f positive CHECK (f < 9))`,
    after: `CREATE DOMAIN positive AS int CHECK (VALUE > 0); CREATE DOMAIN word AS varchar(9); CREATE TABLE t (a positive DEFAULT 1, b int DEFAULT 2, c word, d word, e bigint[], f bigint CHECK (f < 9))`,
  },
  'columns under triggers and policies are dropped': {
    before: `CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TABLE t (a int, b int, c int); CREATE TRIGGER x BEFORE UPDATE OF a, b ON t FOR EACH ROW WHEN (NEW.b > 1) EXECUTE FUNCTION tf(); CREATE POLICY p ON t USING (b > 0)`,
    after: `CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TABLE t (a int, c int); CREATE TRIGGER x BEFORE UPDATE OF a ON t FOR EACH ROW WHEN (NEW.a > 1) EXECUTE FUNCTION tf(); CREATE POLICY p ON t USING (c > 0)`,
  },
  'sequences change hands': {
    before: `CREATE SEQUENCE mine; CREATE TABLE t (a serial, b int, c int DEFAULT nextval('mine'), d int); ALTER SEQUENCE mine OWNED BY t.d`,
    after: `CREATE SEQUENCE mine; CREATE TABLE t (a int, b serial, c int, d int DEFAULT nextval('mine')); ALTER SEQUENCE mine OWNED BY t.c`,
  },
  'a function of SQL stands on a column that changes its type': {
    before: `CREATE TABLE t (a int, b text); CREATE FUNCTION f() RETURNS text BEGIN ATOMIC SELECT a::text FROM t; END; CREATE VIEW v AS SELECT f() AS x`,
    after: `CREATE TABLE t (a bigint, b text); CREATE FUNCTION f() RETURNS text BEGIN ATOMIC SELECT a::text FROM t; END; CREATE VIEW v AS SELECT f() AS x`,
  },
  'rows of a table are values elsewhere': {
    before: `CREATE TABLE a (x int); CREATE TABLE b (y a); CREATE FUNCTION f(a) RETURNS int LANGUAGE sql AS 'SELECT $1.x'; CREATE FUNCTION g() RETURNS SETOF a LANGUAGE sql AS 'SELECT * FROM a'`,
    after: `CREATE TABLE a (x int, z text); CREATE TABLE b (y a, w a[]); CREATE FUNCTION f(a) RETURNS int LANGUAGE sql AS 'SELECT $1.x + 1'; CREATE FUNCTION g() RETURNS SETOF a LANGUAGE sql AS 'SELECT * FROM a LIMIT 1'`,
  },
  'everything that stands on a table as a type goes': {
    before: `CREATE TABLE a (x int); CREATE TABLE b (y a); CREATE FUNCTION f(a) RETURNS int LANGUAGE sql AS 'SELECT $1.x'; CREATE VIEW v AS SELECT f(a) AS n FROM a`,
    after: '',
  },
  'a function under a generated column, an index, a check and a policy changes its result': {
    before: `CREATE FUNCTION f(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1'; CREATE TABLE t (a int, b int GENERATED ALWAYS AS (f(a)) STORED, CHECK (f(a) > 0)); CREATE INDEX i ON t (f(a)); CREATE POLICY p ON t USING (f(a) > 1)`,
    after: `CREATE FUNCTION f(int) RETURNS bigint IMMUTABLE LANGUAGE sql AS 'SELECT $1::bigint'; CREATE TABLE t (a int, b bigint GENERATED ALWAYS AS (f(a)) STORED, CHECK (f(a) > 0)); CREATE INDEX i ON t (f(a)); CREATE POLICY p ON t USING (f(a) > 1)`,
  },
  'a composite type in use gets an attribute': {
    before: `CREATE TYPE c AS (a int); CREATE TABLE t (x c)`,
    after: `CREATE TYPE c AS (a int, b int); CREATE TABLE t (x c)`,
  },
  'a composite type in use loses its last attribute': {
    before: `CREATE TYPE c AS (a int, b int); CREATE TABLE t (x c)`,
    after: `CREATE TYPE c AS (a int); CREATE TABLE t (x c)`,
  },
  'a sequence gets a smaller type': {
    before: `CREATE SEQUENCE s AS int`,
    after: `CREATE SEQUENCE s AS smallint`,
  },
  'a function becomes a procedure': {
    before: `CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'`,
    after: `CREATE PROCEDURE f() LANGUAGE sql AS 'SELECT 1'`,
  },
  'a trigger runs another function': {
    before: `CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TABLE t (a int); CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()`,
    after: `CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TABLE t (a int); CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION g()`,
  },
  'functions in SQL read each other, a view, and all columns of a table, which come and go': {
    before: `CREATE TABLE t (a int, b text); CREATE FUNCTION star() RETURNS TABLE (a int, b text) LANGUAGE sql AS 'SELECT * FROM t'; CREATE FUNCTION gone() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE FUNCTION asks_gone() RETURNS int LANGUAGE sql AS 'SELECT gone()'`,
    after: `CREATE TABLE t (a int); CREATE FUNCTION star() RETURNS TABLE (a int) LANGUAGE sql AS 'SELECT * FROM t'; CREATE FUNCTION z() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE FUNCTION asks_z() RETURNS int LANGUAGE sql AS 'SELECT z()'; CREATE VIEW v AS SELECT a FROM t; CREATE FUNCTION asks_v() RETURNS SETOF int LANGUAGE sql AS 'SELECT a FROM v'`,
  },
  'a function in SQL returns what a column is now': {
    before: `CREATE TABLE t (b text, c int); CREATE FUNCTION f() RETURNS SETOF text LANGUAGE sql AS 'SELECT b FROM t'; CREATE FUNCTION g() RETURNS SETOF int LANGUAGE sql AS 'SELECT c FROM t'`,
    after: `CREATE TABLE t (b jsonb, c text); CREATE FUNCTION f() RETURNS SETOF jsonb LANGUAGE sql AS 'SELECT b FROM t'; CREATE FUNCTION g() RETURNS SETOF text LANGUAGE sql AS 'SELECT c FROM t'`,
  },
  'a table is dropped with the function that reads it, and another is made with its own': {
    before: `CREATE TABLE gone (id int); CREATE FUNCTION counted() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT count(*) FROM gone'; CREATE TABLE t (x text DEFAULT 'a', z int); CREATE FUNCTION upped(z int) RETURNS int LANGUAGE sql AS 'SELECT z + 1'; ALTER TABLE t ALTER z SET DEFAULT upped(1)`,
    after: `CREATE TABLE made (id int); CREATE FUNCTION measured() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT sum(id) FROM made'; CREATE TABLE t (x text DEFAULT 'a')`,
  },
  'checks, defaults and a generated column call functions that read their own tables, and each other': {
    before: `CREATE TABLE gone (id int); CREATE FUNCTION few(int) RETURNS bool LANGUAGE sql AS 'SELECT count(*) < 10 FROM gone'; ALTER TABLE gone ADD CHECK (few(id)); CREATE TABLE kept (id int)`,
    after: `CREATE TABLE a (id int); CREATE TABLE b (id int); CREATE FUNCTION fa() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM a'; CREATE FUNCTION fb() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM b'; ALTER TABLE a ADD COLUMN x bigint DEFAULT fb(); ALTER TABLE b ADD COLUMN x bigint DEFAULT fa();
      CREATE TABLE kept (id int, n int); CREATE FUNCTION most(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT max(n) FROM kept'; ALTER TABLE kept ADD COLUMN g int GENERATED ALWAYS AS (most(id)) STORED, ADD CHECK (most(id) < 100)`,
  },
  'defaults and checks call parsed functions that read their own tables, and each other': {
    before: `CREATE TABLE gone (id int); CREATE FUNCTION few(int) RETURNS bool LANGUAGE sql BEGIN ATOMIC SELECT count(*) < 10 FROM gone; END; ALTER TABLE gone ADD CHECK (few(id)); CREATE TABLE kept (id int, n int); CREATE FUNCTION most() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT max(n) FROM kept; END; ALTER TABLE kept ALTER n SET DEFAULT most()`,
    after: `CREATE TABLE a (id bigint); CREATE TABLE b (id bigint); CREATE FUNCTION fa() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM a; END; CREATE FUNCTION fb() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM b; END; ALTER TABLE a ALTER id SET DEFAULT fb(); ALTER TABLE b ALTER id SET DEFAULT fa(), ADD CHECK (fb() < 10);
      CREATE TABLE kept (id int, m text); CREATE FUNCTION least_m() RETURNS text LANGUAGE sql BEGIN ATOMIC SELECT min(m) FROM kept; END; ALTER TABLE kept ALTER m SET DEFAULT least_m()`,
  },
  'tables and columns go along with the functions in SQL that read them': {
    before: `CREATE TABLE t (a int); CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM t'; CREATE TABLE u (a int, b int, c int); CREATE FUNCTION g() RETURNS SETOF int LANGUAGE sql AS 'SELECT b FROM u'; CREATE TABLE d (x int); CREATE FUNCTION h() RETURNS int LANGUAGE sql AS 'SELECT 1 FROM d'; ALTER TABLE d ALTER x SET DEFAULT h();
      CREATE FUNCTION k() RETURNS SETOF int LANGUAGE sql AS 'SELECT c FROM u'`,
    after: `CREATE TABLE u (a int); CREATE FUNCTION k() RETURNS SETOF int LANGUAGE sql AS 'SELECT a FROM u'`,
  },
  'a table has a default from a function in SQL that reads it': {
    before: '',
    after: `CREATE TABLE d (x int); CREATE FUNCTION h() RETURNS int LANGUAGE sql AS 'SELECT 1 FROM d'; ALTER TABLE d ALTER x SET DEFAULT h(); CREATE TABLE e (y int DEFAULT h())`,
  },
  'tables and columns go with sequences that are theirs and that nothing, another column or another table counts by':
    {
      before: `CREATE TABLE a (id serial, x int); ALTER TABLE a ALTER id DROP DEFAULT; CREATE TABLE b (id serial, x int); ALTER TABLE b ALTER id DROP DEFAULT, ALTER id ADD GENERATED BY DEFAULT AS IDENTITY; CREATE SEQUENCE s; CREATE TABLE c (d int DEFAULT nextval('s'), e int, f int); ALTER SEQUENCE s OWNED BY c.e; CREATE TABLE k (d int DEFAULT nextval('s')); CREATE SEQUENCE u; ALTER SEQUENCE u OWNED BY c.f; CREATE SEQUENCE gone; ALTER SEQUENCE gone OWNED BY k.d`,
      after: 'CREATE TABLE a (x int); CREATE TABLE c (f int); CREATE TABLE k (d int)',
    },
  'aggregates over all rows, over values and over what is in an order': {
    before: `CREATE AGGREGATE gone(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0'); CREATE AGGREGATE kept(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0')`,
    after: `CREATE AGGREGATE kept(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '1'); COMMENT ON AGGREGATE kept(*) IS 'k'; REVOKE ALL ON FUNCTION kept() FROM PUBLIC; CREATE AGGREGATE kept("any") (SFUNC = int8inc_any, STYPE = int8, INITCOND = '0'); CREATE AGGREGATE part(float8 ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA); COMMENT ON AGGREGATE part(float8 ORDER BY anyelement) IS 'p'`,
  },
  'functions in SQL of a schema that was on the search path': {
    before: `CREATE SCHEMA app; SET search_path = app; CREATE TABLE t (a int); CREATE FUNCTION gone() RETURNS SETOF int LANGUAGE sql AS 'SELECT a FROM t'; CREATE FUNCTION kept() RETURNS SETOF int LANGUAGE sql AS 'SELECT a FROM t'`,
    after: `CREATE SCHEMA app; SET search_path = app; CREATE TABLE t (a int); CREATE FUNCTION kept() RETURNS SETOF int LANGUAGE sql AS 'SELECT a + 1 FROM t'; CREATE FUNCTION one() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM kept()'; CREATE FUNCTION public.two() RETURNS SETOF t LANGUAGE sql AS 'SELECT t.* FROM "t"'`,
  },
  'sequences get bounds that have no number in common with theirs': {
    before: `CREATE SEQUENCE up MINVALUE 1 MAXVALUE 99; CREATE SEQUENCE down; CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY (MINVALUE 5 MAXVALUE 9))`,
    after: `CREATE SEQUENCE up MINVALUE 1000 MAXVALUE 1999; CREATE SEQUENCE down INCREMENT BY -1; CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY (MINVALUE 50 MAXVALUE 90 START WITH 60))`,
  },
};
