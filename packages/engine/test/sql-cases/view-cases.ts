import type { SqlCase } from './sql-case';
import { users } from './users';

/** Views, plain and materialized, and what they read. */
export const viewCases: Readonly<Record<string, SqlCase>> = {
  'an integer becomes a bigint with default, index, check, unique and view': {
    before: `CREATE TABLE t (id serial PRIMARY KEY, a int DEFAULT 1 CHECK (a > 0) UNIQUE); CREATE INDEX i ON t (a) WHERE a > 3; CREATE VIEW v AS SELECT a + 1 AS b FROM t; CREATE VIEW w AS SELECT b FROM v`,
    after: `CREATE TABLE t (id bigserial PRIMARY KEY, a bigint DEFAULT 1 CHECK (a > 0) UNIQUE); CREATE INDEX i ON t (a) WHERE a > 3; CREATE VIEW v AS SELECT a + 1 AS b FROM t; CREATE VIEW w AS SELECT b FROM v`,
  },
  'a view changes its query, gains a column, changes a type': {
    before: `${users}; CREATE VIEW a AS SELECT id FROM users; CREATE VIEW b AS SELECT id FROM users; CREATE VIEW c AS SELECT id FROM b; CREATE VIEW d AS SELECT id FROM a`,
    after: `${users}; CREATE VIEW a AS SELECT id FROM users WHERE id > 0; CREATE VIEW b AS SELECT name, id FROM users; CREATE VIEW c AS SELECT id FROM b; CREATE VIEW d AS SELECT id FROM a; COMMENT ON VIEW a IS 'a'; COMMENT ON COLUMN b.name IS 'n'`,
  },
  'a view over a new view over a new column, and one over a dropped column': {
    before: `CREATE TABLE t (a int, b int); CREATE VIEW z AS SELECT a, b FROM t`,
    after: `CREATE TABLE t (a int, c int); CREATE VIEW z AS SELECT a FROM t; CREATE VIEW y AS SELECT c FROM t; CREATE VIEW b AS SELECT c FROM y`,
  },
  'options, defaults, triggers and rules of a view': {
    before: `${users}; CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE VIEW v AS SELECT id, name FROM users`,
    after: `${users}; CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE VIEW v WITH (security_barrier) AS SELECT id, name FROM users; ALTER VIEW v ALTER name SET DEFAULT 'x'; CREATE TRIGGER vt INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION tf()`,
  },
  'materialized views with indexes': {
    before: `${users}; CREATE MATERIALIZED VIEW a AS SELECT id FROM users; CREATE UNIQUE INDEX ai ON a (id); CREATE MATERIALIZED VIEW b AS SELECT id FROM a`,
    after: `${users}; CREATE MATERIALIZED VIEW a AS SELECT id, name FROM users; CREATE UNIQUE INDEX ai ON a (id); CREATE INDEX an ON a (name); CREATE MATERIALIZED VIEW b AS SELECT id FROM a; COMMENT ON MATERIALIZED VIEW a IS 'm'`,
  },
  'a rule of a view writes into a table with a column of its row type': {
    before: 'CREATE TABLE s (a int, b int)',
    after: `CREATE TABLE s (a int, b int); CREATE VIEW v AS SELECT b AS a FROM s; CREATE TABLE t (x v); CREATE RULE r AS ON INSERT TO v DO INSTEAD INSERT INTO t VALUES (NEW); CREATE RULE n AS ON DELETE TO v DO INSTEAD NOTHING`,
  },
  'a table becomes a view and a view a table': {
    before: `CREATE TABLE t (a int); CREATE TABLE x (a int); CREATE VIEW v AS SELECT a FROM x`,
    after: `CREATE TABLE v (a int); CREATE TABLE x (a int); CREATE VIEW t AS SELECT a FROM x`,
  },
  'a table, a view and a materialized view become each other under what reads them': {
    before: `CREATE TABLE a (x int); CREATE VIEW b AS SELECT x FROM a; CREATE MATERIALIZED VIEW c AS SELECT x FROM b; CREATE VIEW on_a AS SELECT x FROM a; CREATE VIEW on_b AS SELECT x FROM b; CREATE VIEW on_c AS SELECT x FROM c; CREATE VIEW on_it AS SELECT x FROM on_c; CREATE FUNCTION f() RETURNS SETOF c LANGUAGE sql AS 'SELECT * FROM c'`,
    after: `CREATE TABLE c (x int); CREATE VIEW a AS SELECT x FROM c; CREATE MATERIALIZED VIEW b AS SELECT x FROM a; CREATE VIEW on_a AS SELECT x FROM a; CREATE VIEW on_b AS SELECT x FROM b; CREATE VIEW on_c AS SELECT x FROM c; CREATE VIEW on_it AS SELECT x FROM on_c; CREATE FUNCTION f() RETURNS SETOF c LANGUAGE sql AS 'SELECT * FROM c'`,
  },
  'a view stops reading another, which goes': {
    before: 'CREATE VIEW z AS SELECT 1 AS a; CREATE VIEW b AS SELECT a FROM z',
    after: 'CREATE VIEW b AS SELECT 1 AS a',
  },
  'a view turns from a table that goes to another': {
    before: `CREATE TABLE a (id int, x text); CREATE VIEW v AS SELECT id, x FROM a; CREATE MATERIALIZED VIEW m AS SELECT id FROM v`,
    after: `CREATE TABLE b (id int, x text); CREATE VIEW v AS SELECT id, x FROM b; CREATE MATERIALIZED VIEW m AS SELECT id FROM v`,
  },
  'a view with all that hangs on it stands on a column that changes its type': {
    before: `CREATE TABLE t (a int, b text); CREATE VIEW v WITH (security_barrier) AS SELECT a, b FROM t; ALTER VIEW v ALTER b SET DEFAULT 'x'; COMMENT ON VIEW v IS 'c'; COMMENT ON COLUMN v.a IS 'd';
      CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TRIGGER vt INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION tf(); CREATE RULE vr AS ON DELETE TO v DO INSTEAD NOTHING;
      CREATE MATERIALIZED VIEW m AS SELECT a FROM v; CREATE UNIQUE INDEX mi ON m (a); COMMENT ON INDEX mi IS 'i'; COMMENT ON MATERIALIZED VIEW m IS 'm'`,
    after: `CREATE TABLE t (a bigint, b text); CREATE VIEW v WITH (security_barrier) AS SELECT a, b FROM t; ALTER VIEW v ALTER b SET DEFAULT 'x'; COMMENT ON VIEW v IS 'c'; COMMENT ON COLUMN v.a IS 'd';
      CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TRIGGER vt INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION tf(); CREATE RULE vr AS ON DELETE TO v DO INSTEAD NOTHING;
      CREATE MATERIALIZED VIEW m AS SELECT a FROM v; CREATE UNIQUE INDEX mi ON m (a); COMMENT ON INDEX mi IS 'i'; COMMENT ON MATERIALIZED VIEW m IS 'm'`,
  },
  'a column of a view that another reads is called otherwise': {
    before: `CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a, b FROM t; CREATE VIEW w AS SELECT b FROM v`,
    after: `CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a AS z, b FROM t; CREATE VIEW w AS SELECT b FROM v`,
  },
  'a column under a view, a trigger and a policy changes its type and becomes required': {
    before: `CREATE TABLE t (a int, b text); CREATE VIEW v AS SELECT a FROM t; CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TRIGGER tt BEFORE UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION tf(); CREATE POLICY p ON t USING (a > 0); CREATE INDEX i ON t (b)`,
    after: `CREATE TABLE t (a bigint NOT NULL, b text); CREATE VIEW v AS SELECT a FROM t; CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TRIGGER tt BEFORE UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION tf(); CREATE POLICY p ON t USING (a > 0); CREATE UNIQUE INDEX j ON t (a)`,
  },
  'a view turns from a table that goes to what that points at, which changes its type': {
    before: `CREATE TABLE a (id bigint PRIMARY KEY); CREATE TABLE b (id bigint PRIMARY KEY REFERENCES a); CREATE VIEW v AS SELECT count(*) AS n FROM b`,
    after: `CREATE TABLE a (id int PRIMARY KEY); CREATE VIEW v AS SELECT count(*) AS n FROM a WHERE id > 1`,
  },
  'a view and a function turn from a table that goes to another with the same enum, which loses a label': {
    labels: [{ from: 'x', to: 'y' }],
    before: `CREATE TYPE e AS ENUM ('x', 'y'); CREATE TABLE a (id int, s e); CREATE TABLE b (id int, s e); CREATE VIEW v AS SELECT count(*) AS n FROM b; CREATE VIEW w AS SELECT n FROM v;
      CREATE FUNCTION f() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM b; END; CREATE VIEW u AS SELECT f() AS n`,
    after: `CREATE TYPE e AS ENUM ('y'); CREATE TABLE a (id int, s e); CREATE VIEW v AS SELECT count(*) AS n FROM a WHERE s = 'y'; CREATE VIEW w AS SELECT n FROM v;
      CREATE FUNCTION f() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM a WHERE s = 'y'; END; CREATE VIEW u AS SELECT f() AS n`,
  },
  'subqueries have columns that were given no name, of every type': {
    before: `CREATE TABLE t (a varchar(9), n numeric(8, 2), d timestamptz, e timestamp, b boolean, i bigint, r real, x "char", c char(3), v bit varying(4)); CREATE TYPE "A b" AS ENUM ('x'); CREATE TABLE u ("u" "A b")`,
    after: `CREATE TABLE t (a varchar(9), n numeric(8, 2), d timestamptz, e timestamp, b boolean, i bigint, r real, x "char", c char(3), v bit varying(4)); CREATE TYPE "A b" AS ENUM ('x'); CREATE TABLE u ("u" "A b");
      CREATE VIEW v AS SELECT s.k FROM (SELECT a, n, d, e, b, i, r, x, c, v FROM t UNION ALL SELECT 'it''s', 1, '2020-01-01', '2020-01-01', true, -1, 2.5, 'x', 'abc', '01' UNION ALL SELECT NULL, i + 1, NULL, NULL, NULL, NULL, i * 2, NULL, NULL, NULL FROM t) s (k);
      CREATE VIEW w AS WITH q (x, y) AS (SELECT 1, 'lit') SELECT q.y FROM q WHERE EXISTS (SELECT NULL FROM t) AND NOT EXISTS (SELECT -1, 'a'::text AS text, lower('b')::varchar AS varchar, (SELECT 'z'::text AS text) FROM t);
      CREATE VIEW y AS SELECT 1 AS one FROM (SELECT "u" FROM u UNION SELECT 'x') s; CREATE MATERIALIZED VIEW m AS SELECT 'x' AS "text", s.a FROM (SELECT a, 'y' AS text FROM t) s;
      CREATE POLICY p ON t USING (EXISTS (SELECT NULL FROM u))`,
  },
  'views of values, and of a natural join of tables without a common column': {
    before: '',
    after: `CREATE VIEW v (a, b) AS VALUES (1, 'x'), (2, '(VALUES (1))'); CREATE VIEW w (a) AS SELECT * FROM (VALUES (1, 2)) x; CREATE VIEW y AS SELECT k FROM (VALUES (1), (2)) x (k); CREATE VIEW z AS VALUES (1, 2); CREATE MATERIALIZED VIEW m (a) AS VALUES (now()); CREATE TABLE left_t (i int); CREATE TABLE right_t (j int); CREATE VIEW n AS SELECT * FROM left_t NATURAL LEFT JOIN right_t`,
  },
  'views and functions turn from a table to another with the same key, index and sequence': {
    before: `CREATE TABLE t (id int CONSTRAINT k PRIMARY KEY, n text); CREATE INDEX i ON t (n); CREATE SEQUENCE q; CREATE TABLE u (id int DEFAULT nextval('q')); ALTER SEQUENCE q OWNED BY u.id; CREATE VIEW v AS SELECT id FROM t; CREATE VIEW w AS SELECT id FROM u; CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT id FROM t; END; CREATE VIEW above AS SELECT v.id FROM v`,
    after: `CREATE TABLE t_ (id int CONSTRAINT k PRIMARY KEY, n text); CREATE INDEX i ON t_ (n); CREATE SEQUENCE q; CREATE TABLE u_ (id int DEFAULT nextval('q')); ALTER SEQUENCE q OWNED BY u_.id; CREATE VIEW v AS SELECT id FROM t_; CREATE VIEW w AS SELECT id FROM u_; CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT id FROM t_; END; CREATE VIEW above AS SELECT v.id FROM v`,
  },
};
