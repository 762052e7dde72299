export interface SqlCase {
  readonly before: string;
  readonly after: string;
  /** The first Postgres that has it. */
  readonly since?: number;
  readonly labels?: readonly { readonly from: string; readonly to: string }[];
  readonly using?: string;
}

const users = 'CREATE TABLE users (id serial PRIMARY KEY, name text NOT NULL, age int)';

/** A change for each thing that a catalog holds, and what stands on it. */
export const sqlCases: Readonly<Record<string, SqlCase>> = {
  'a table with everything is created': {
    before: '',
    after: `${users};
      COMMENT ON TABLE users IS 'people'; COMMENT ON COLUMN users.name IS 'it''s a \\name';
      CREATE TYPE mood AS ENUM ('sad', 'ok');
      CREATE TABLE posts (
        id bigint GENERATED ALWAYS AS IDENTITY (START WITH 10) PRIMARY KEY,
        user_id int NOT NULL REFERENCES users ON DELETE CASCADE,
        mood mood NOT NULL DEFAULT 'ok', moods mood[], title varchar(20) DEFAULT 'x',
        title_length int GENERATED ALWAYS AS (length(title)) STORED,
        CONSTRAINT short CHECK (length(title) < 10), UNIQUE (user_id, title));
      CREATE INDEX ON posts (lower(title)) WHERE mood = 'sad';
      COMMENT ON CONSTRAINT short ON posts IS 'brief';
      CREATE VIEW sad_posts AS SELECT * FROM posts WHERE mood = 'sad';`,
  },
  'everything of two tables is dropped': {
    before: `${users}; CREATE TYPE mood AS ENUM ('a');
      CREATE TABLE posts (id int PRIMARY KEY, m mood, user_id int REFERENCES users);
      ALTER TABLE users ADD best_post int REFERENCES posts;
      CREATE INDEX i ON posts (m); CREATE VIEW v AS SELECT * FROM posts;
      CREATE MATERIALIZED VIEW mv AS SELECT * FROM v; CREATE INDEX mi ON mv (id);`,
    after: '',
  },
  'tables that point at each other are created': {
    before: '',
    after: `CREATE TABLE a (id int PRIMARY KEY, b_id int); CREATE TABLE b (id int PRIMARY KEY, a_id int REFERENCES a);
      ALTER TABLE a ADD FOREIGN KEY (b_id) REFERENCES b; ALTER TABLE a ADD parent_id int REFERENCES a;`,
  },
  'columns are added and dropped': {
    before: users,
    after: `CREATE TABLE users (id serial PRIMARY KEY, name text NOT NULL, born date DEFAULT now(), tags text[] NOT NULL DEFAULT '{}')`,
  },
  'a column with its index, unique, check and foreign key is dropped': {
    before: `${users}; CREATE TABLE t (id int PRIMARY KEY, a int UNIQUE CHECK (a > 0) REFERENCES users, b int, CHECK (a > b), UNIQUE (a, b)); CREATE INDEX ON t (b, a)`,
    after: `${users}; CREATE TABLE t (id int PRIMARY KEY, b int)`,
  },
  'defaults are set, changed and dropped': {
    before: `CREATE TABLE t (a int DEFAULT 1, b int DEFAULT 2, c int, d timestamptz)`,
    after: `CREATE TABLE t (a int, b int DEFAULT 3, c int DEFAULT 4, d timestamptz DEFAULT now())`,
  },
  'not null is set and dropped': {
    before: 'CREATE TABLE t (a int NOT NULL, b int)',
    after: 'CREATE TABLE t (a int, b int NOT NULL)',
  },
  'an integer becomes a bigint with default, index, check, unique and view': {
    before: `CREATE TABLE t (id serial PRIMARY KEY, a int DEFAULT 1 CHECK (a > 0) UNIQUE); CREATE INDEX i ON t (a) WHERE a > 3; CREATE VIEW v AS SELECT a + 1 AS b FROM t; CREATE VIEW w AS SELECT b FROM v`,
    after: `CREATE TABLE t (id bigserial PRIMARY KEY, a bigint DEFAULT 1 CHECK (a > 0) UNIQUE); CREATE INDEX i ON t (a) WHERE a > 3; CREATE VIEW v AS SELECT a + 1 AS b FROM t; CREATE VIEW w AS SELECT b FROM v`,
  },
  'a varchar becomes a text with a default, a check and a partial index': {
    before: `CREATE TABLE t (a varchar(20) DEFAULT 'x' CHECK (a <> '')); CREATE INDEX i ON t (a) WHERE a = 'b'`,
    after: `CREATE TABLE t (a text DEFAULT 'x' CHECK (a <> '')); CREATE INDEX i ON t (a) WHERE a = 'b'`,
  },
  'a varchar grows': {
    before: `CREATE TABLE t (a varchar(20) DEFAULT 'x')`,
    after: `CREATE TABLE t (a varchar(40) DEFAULT 'x')`,
  },
  'a text becomes an enum': {
    before: `CREATE TABLE t (a text NOT NULL DEFAULT 'b')`,
    after: `CREATE TYPE e AS ENUM ('a', 'b'); CREATE TABLE t (a e NOT NULL DEFAULT 'b')`,
  },
  'an enum becomes a text': {
    before: `CREATE TYPE e AS ENUM ('a', 'b'); CREATE TABLE t (a e NOT NULL DEFAULT 'b' CHECK (a <> 'a'), b e[]); CREATE INDEX i ON t (a) WHERE a = 'b'`,
    after: `CREATE TABLE t (a text NOT NULL DEFAULT 'b' CHECK (a <> 'a'), b text[]); CREATE INDEX i ON t (a) WHERE a = 'b'`,
  },
  'one enum becomes another': {
    before: `CREATE TYPE e AS ENUM ('a', 'b'); CREATE TABLE t (a e DEFAULT 'b')`,
    after: `CREATE TYPE f AS ENUM ('a', 'b'); CREATE TABLE t (a f DEFAULT 'b')`,
  },
  'both ends of a foreign key change their type': {
    before: `CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p_id int REFERENCES p)`,
    after: `CREATE TABLE p (id text PRIMARY KEY); CREATE TABLE c (p_id text REFERENCES p)`,
  },
  'a text becomes a uuid': {
    before: 'CREATE TABLE t (a text)',
    after: 'CREATE TABLE t (a uuid DEFAULT gen_random_uuid())',
  },
  'a value becomes an array of one': {
    before: 'CREATE TABLE t (a text)',
    after: "CREATE TABLE t (a text[] DEFAULT '{}')",
  },
  'a type without a cast is converted as told': {
    before: 'CREATE TABLE t (a jsonb NOT NULL)',
    after: 'CREATE TABLE t (a point NOT NULL)',
    using: "point((a->>'x')::float, (a->>'y')::float)",
  },
  'a column becomes serial, another stops being one': {
    before: 'CREATE TABLE t (a int NOT NULL, b serial)',
    after: 'CREATE TABLE t (a serial, b int NOT NULL)',
  },
  'a column becomes an identity, another stops being one, a third changes': {
    before: `CREATE TABLE t (a int NOT NULL, b int GENERATED ALWAYS AS IDENTITY, c int GENERATED ALWAYS AS IDENTITY, d serial)`,
    after: `CREATE TABLE t (a int GENERATED BY DEFAULT AS IDENTITY, b int NOT NULL, c int GENERATED BY DEFAULT AS IDENTITY (INCREMENT BY 5 MAXVALUE 1000), d int GENERATED ALWAYS AS IDENTITY)`,
  },
  'an identity grows': {
    before: 'CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY PRIMARY KEY)',
    after: 'CREATE TABLE t (a bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY)',
  },
  'a generated column is added, changed with its index, and stops': {
    before: `CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED, c int GENERATED ALWAYS AS (a + 2) STORED); CREATE INDEX i ON t (b); CREATE VIEW v AS SELECT b FROM t`,
    after: `CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 2) STORED, c int, d int GENERATED ALWAYS AS (a * 2) STORED); CREATE INDEX i ON t (b); CREATE VIEW v AS SELECT b FROM t`,
  },
  'the source of a generated column changes its type': {
    before: 'CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED UNIQUE)',
    after: 'CREATE TABLE t (a bigint, b int GENERATED ALWAYS AS (a + 1) STORED UNIQUE)',
  },
  'a virtual column is added and changed': {
    since: 18,
    before:
      'CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) VIRTUAL, c int GENERATED ALWAYS AS (a) VIRTUAL)',
    after:
      'CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 2) VIRTUAL, c int, d int GENERATED ALWAYS AS (a) VIRTUAL)',
  },
  'collation, storage, compression, statistics and options of a column change': {
    before:
      'CREATE TABLE t (a text, b text, c text, d text, e text); ALTER TABLE t ALTER d SET STATISTICS 10',
    after: `CREATE TABLE t (a text COLLATE "C", b text COMPRESSION pglz, c text, d text, e text); ALTER TABLE t ALTER c SET STORAGE EXTERNAL; ALTER TABLE t ALTER e SET (n_distinct = 5)`,
  },
  'storage, compression, statistics and options outlast a change of type': {
    before: `CREATE TABLE t (a text, b varchar(9), c text); ALTER TABLE t ALTER a SET STORAGE external, ALTER a SET COMPRESSION pglz, ALTER a SET STATISTICS 5, ALTER a SET (n_distinct=7), ALTER b SET STORAGE main, ALTER c SET STORAGE main`,
    after: `CREATE TABLE t (a varchar, b varchar(10), c bytea); ALTER TABLE t ALTER a SET STORAGE external, ALTER a SET COMPRESSION pglz, ALTER a SET STATISTICS 5, ALTER a SET (n_distinct=7), ALTER b SET STORAGE main, ALTER c SET STORAGE external`,
    using: 'c::bytea',
  },
  'a storage goes back to that of its type, which is not the usual one': {
    before: `CREATE TABLE t (a numeric, b inet, c text); ALTER TABLE t ALTER a SET STORAGE external, ALTER b SET STORAGE extended, ALTER c SET STORAGE main`,
    after: 'CREATE TABLE t (a numeric, b inet, c text)',
  },
  'constraints change': {
    before: `${users}; CREATE TABLE t (a int, b int CONSTRAINT c CHECK (b > 0), u int CONSTRAINT u UNIQUE, f int CONSTRAINT f REFERENCES users ON DELETE CASCADE, CONSTRAINT p PRIMARY KEY (a))`,
    after: `${users}; CREATE TABLE t (a int NOT NULL, b int NOT NULL CONSTRAINT c CHECK (b > 1), u int CONSTRAINT u UNIQUE DEFERRABLE, f int CONSTRAINT f REFERENCES users ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED, CONSTRAINT p PRIMARY KEY (a, b))`,
  },
  'a primary key is exchanged under a foreign key': {
    before: `CREATE TABLE p (id int CONSTRAINT pk PRIMARY KEY); CREATE TABLE c (p_id int CONSTRAINT fk REFERENCES p)`,
    after: `CREATE TABLE p (id int CONSTRAINT uq UNIQUE NOT NULL, b int CONSTRAINT pk PRIMARY KEY); CREATE TABLE c (p_id int CONSTRAINT fk REFERENCES p (id))`,
  },
  'constraints and indexes are renamed': {
    before: `${users}; CREATE TABLE t (a int CONSTRAINT c1 CHECK (a > 0) CONSTRAINT u1 UNIQUE CONSTRAINT f1 REFERENCES users CONSTRAINT p1 PRIMARY KEY); CREATE INDEX i1 ON t (a); COMMENT ON INDEX i1 IS 'one'`,
    after: `${users}; CREATE TABLE t (a int CONSTRAINT c2 CHECK (a > 0) CONSTRAINT u2 UNIQUE CONSTRAINT f2 REFERENCES users CONSTRAINT p2 PRIMARY KEY); CREATE INDEX i2 ON t (a); COMMENT ON INDEX i2 IS 'two'`,
  },
  'constraints that are not valid are created so': {
    before: '',
    after: `${users}; CREATE TABLE t (a int, b int); ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID; ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES users NOT VALID`,
  },
  'several keys over the same columns are created and dropped': {
    before:
      'CREATE TABLE gone (a int NOT NULL, CONSTRAINT x UNIQUE (a)); ALTER TABLE gone ADD CONSTRAINT y UNIQUE (a); ALTER TABLE gone ADD CONSTRAINT z PRIMARY KEY (a)',
    after:
      'CREATE TABLE t (a int NOT NULL, CONSTRAINT x UNIQUE (a)); ALTER TABLE t ADD CONSTRAINT y UNIQUE (a); ALTER TABLE t ADD CONSTRAINT z PRIMARY KEY (a)',
  },
  'names move from one kind of thing to another': {
    before:
      "CREATE TABLE a (x int CONSTRAINT k PRIMARY KEY); CREATE VIEW v AS SELECT 1 AS one; CREATE TYPE e AS ENUM ('x'); CREATE SEQUENCE s; CREATE TABLE b (y int); CREATE INDEX i ON b (y)",
    after:
      'CREATE VIEW a AS SELECT 1 AS one; CREATE TABLE v (x int CONSTRAINT k PRIMARY KEY); CREATE TABLE e (x int); CREATE MATERIALIZED VIEW s AS SELECT 1 AS one; CREATE TABLE b (y int, CONSTRAINT i UNIQUE (y))',
  },
  'keys, checks, foreign keys and indexes come to a table that is there': {
    before: `${users}; CREATE TABLE t (a int NOT NULL, b int, c text)`,
    after: `${users}; CREATE TABLE t (a int PRIMARY KEY, b int CONSTRAINT f REFERENCES users CONSTRAINT k CHECK (b > 0), c text CONSTRAINT u UNIQUE DEFERRABLE INITIALLY DEFERRED, d int); CREATE INDEX i ON t (c, d); COMMENT ON CONSTRAINT u ON t IS 'u'; CREATE TABLE child (t_id int REFERENCES t)`,
  },
  'a constraint is validated': {
    before: 'CREATE TABLE t (a int); ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID',
    after: 'CREATE TABLE t (a int CONSTRAINT c CHECK (a > 0))',
  },
  exclusions: {
    before: 'CREATE TABLE t (r int4range, CONSTRAINT x EXCLUDE USING gist (r WITH &&))',
    after: 'CREATE TABLE t (r int4range, s int4range, CONSTRAINT x EXCLUDE USING gist (s WITH &&))',
  },
  'indexes of every form': {
    before: 'CREATE TABLE t (a int, b text, j jsonb); CREATE INDEX i ON t (a); CREATE INDEX gone ON t (b)',
    after: `CREATE TABLE t (a int, b text, j jsonb); CREATE UNIQUE INDEX i ON t (a DESC NULLS LAST, lower(b)) INCLUDE (j) WHERE a > 0;
      CREATE INDEX g ON t USING gin (j jsonb_path_ops); CREATE INDEX p ON t (b text_pattern_ops) WITH (fillfactor = 50); CREATE INDEX c ON t (b COLLATE "C"); CREATE INDEX h ON t USING hash (b); CREATE INDEX s ON t (lower(b)); ALTER INDEX s ALTER COLUMN 1 SET STATISTICS 7`,
  },
  'nulls not distinct': {
    since: 15,
    before: 'CREATE TABLE t (a int, b int, CONSTRAINT u UNIQUE (a)); CREATE UNIQUE INDEX i ON t (b)',
    after:
      'CREATE TABLE t (a int, b int, CONSTRAINT u UNIQUE NULLS NOT DISTINCT (a)); CREATE UNIQUE INDEX i ON t (b) NULLS NOT DISTINCT',
  },
  'comments come, change and go': {
    before: `CREATE TABLE t (a int, b int, c int); COMMENT ON COLUMN t.a IS 'a'; COMMENT ON COLUMN t.b IS 'b'; COMMENT ON TABLE t IS 't'`,
    after: `CREATE TABLE t (a int, b int, c int); COMMENT ON COLUMN t.b IS 'B'; COMMENT ON COLUMN t.c IS 'c'`,
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
    before: `CREATE TYPE e AS ENUM ('a', 'b', 'c'); CREATE TABLE t (a e DEFAULT 'b' CHECK (a <> 'a'), b e[] DEFAULT '{a}', n int); CREATE INDEX i ON t (a) WHERE a = 'b'; CREATE VIEW v AS SELECT a FROM t WHERE a <> 'b';
      CREATE FUNCTION f(e) RETURNS text LANGUAGE sql AS 'SELECT $1::text'; CREATE VIEW w AS SELECT f(a) FROM t; CREATE POLICY p ON t USING (a = 'b')`,
    after: `CREATE TYPE e AS ENUM ('b', 'a'); CREATE TABLE t (a e DEFAULT 'a' CHECK (a <> 'a'), b e[] DEFAULT '{a}', n int NOT NULL, m e); CREATE INDEX i ON t (a) WHERE a = 'b'; CREATE VIEW v AS SELECT a FROM t WHERE a <> 'b';
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
  'composite and range types': {
    before: 'CREATE TYPE c AS (a int, b text); CREATE TYPE gone AS (x int)',
    after: `CREATE TYPE c AS (a int, d date); COMMENT ON COLUMN c.d IS 'd'; CREATE TYPE r AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = float8mi)`,
  },
  sequences: {
    before: 'CREATE SEQUENCE s; CREATE SEQUENCE gone; CREATE TABLE t (a int)',
    after:
      "CREATE TABLE t (a int); CREATE SEQUENCE s AS int INCREMENT BY 2 MINVALUE 5 MAXVALUE 100 START WITH 7 CACHE 3 CYCLE OWNED BY t.a; CREATE SEQUENCE down INCREMENT BY -1; CREATE SEQUENCE n; ALTER TABLE t ALTER a SET DEFAULT nextval('n')",
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
  'flags of a table': {
    before:
      'CREATE TABLE t (a int PRIMARY KEY) WITH (fillfactor = 50, autovacuum_enabled = off); CREATE TABLE u (a int NOT NULL)',
    after:
      'CREATE UNLOGGED TABLE t (a int PRIMARY KEY) WITH (fillfactor = 60); ALTER TABLE t CLUSTER ON t_pkey; CREATE TABLE u (a int NOT NULL); CREATE UNIQUE INDEX ui ON u (a); ALTER TABLE u REPLICA IDENTITY USING INDEX ui',
  },
  inheritance: {
    before: 'CREATE TABLE p (a int, CONSTRAINT c CHECK (a > 0)); CREATE TABLE k (b int) INHERITS (p)',
    after:
      "CREATE TABLE p (a bigint NOT NULL, n text DEFAULT 'x'); CREATE TABLE k (b int) INHERITS (p); CREATE TABLE l (c int) INHERITS (p)",
  },
  partitions: {
    before: '',
    after: `CREATE TABLE p (a int NOT NULL, b text, PRIMARY KEY (a)) PARTITION BY RANGE (a); CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10); CREATE TABLE p2 PARTITION OF p DEFAULT; CREATE INDEX pi ON p (b)`,
  },
  schemas: {
    before: `CREATE SCHEMA gone; CREATE TABLE gone.t (a int)`,
    after: `CREATE SCHEMA "Odd ""one"; COMMENT ON SCHEMA "Odd ""one" IS 's'; CREATE TYPE "Odd ""one"."E" AS ENUM ('x''y'); CREATE TABLE "Odd ""one"."select" ("from" serial PRIMARY KEY, "E" "Odd ""one"."E" DEFAULT 'x''y'); CREATE INDEX "i x" ON "Odd ""one"."select" ("E")`,
  },
  'an extension and a column of its type': {
    before: '',
    after: 'CREATE EXTENSION IF NOT EXISTS citext; CREATE TABLE t (a citext UNIQUE)',
  },
  'columns become of a domain, leave it and change within it': {
    before: `CREATE DOMAIN positive AS int CHECK (VALUE > 0); CREATE DOMAIN word AS varchar(9); CREATE TABLE t (a int DEFAULT 1, b positive DEFAULT 2, c positive, d text, e positive[], f positive CHECK (f < 9))`,
    after: `CREATE DOMAIN positive AS int CHECK (VALUE > 0); CREATE DOMAIN word AS varchar(9); CREATE TABLE t (a positive DEFAULT 1, b int DEFAULT 2, c word, d word, e bigint[], f bigint CHECK (f < 9))`,
  },
  'two labels are added and used at once': {
    before: `CREATE TYPE e AS ENUM ('a'); CREATE TABLE t (a e DEFAULT 'a', b e)`,
    after: `CREATE TYPE e AS ENUM ('z', 'a', 'b', 'c'); CREATE TABLE t (a e DEFAULT 'b', b e CHECK (b <> 'c')); CREATE INDEX i ON t (a) WHERE b = 'z'`,
  },
  'a partitioned table gets and loses columns, indexes and keys': {
    before: `CREATE TABLE r (id int PRIMARY KEY); CREATE TABLE p (a int NOT NULL, b text, x int, PRIMARY KEY (a)) PARTITION BY RANGE (a); CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10); CREATE INDEX pi ON p (b)`,
    after: `CREATE TABLE r (id int PRIMARY KEY); CREATE TABLE p (a int NOT NULL, b text NOT NULL DEFAULT 'x', c int REFERENCES r, PRIMARY KEY (a), UNIQUE (a, b), CHECK (c > 0)) PARTITION BY RANGE (a); CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10); CREATE TABLE p2 PARTITION OF p DEFAULT; CREATE INDEX pj ON p (c) WHERE b <> ''`,
  },
  'a partition goes and the type of a column changes': {
    before: `CREATE TABLE p (a int NOT NULL, b int, PRIMARY KEY (a)) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE TABLE p2 PARTITION OF p DEFAULT; CREATE INDEX pi ON p (b)`,
    after: `CREATE TABLE p (a int NOT NULL, b bigint, PRIMARY KEY (a)) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE INDEX pi ON p (b)`,
  },
  'a table becomes a view and a view a table': {
    before: `CREATE TABLE t (a int); CREATE TABLE x (a int); CREATE VIEW v AS SELECT a FROM x`,
    after: `CREATE TABLE v (a int); CREATE TABLE x (a int); CREATE VIEW t AS SELECT a FROM x`,
  },
  'a table, a view and a materialized view become each other under what reads them': {
    before: `CREATE TABLE a (x int); CREATE VIEW b AS SELECT x FROM a; CREATE MATERIALIZED VIEW c AS SELECT x FROM b; CREATE VIEW on_a AS SELECT x FROM a; CREATE VIEW on_b AS SELECT x FROM b; CREATE VIEW on_c AS SELECT x FROM c; CREATE VIEW on_it AS SELECT x FROM on_c; CREATE FUNCTION f() RETURNS SETOF c LANGUAGE sql AS 'SELECT * FROM c'`,
    after: `CREATE TABLE c (x int); CREATE VIEW a AS SELECT x FROM c; CREATE MATERIALIZED VIEW b AS SELECT x FROM a; CREATE VIEW on_a AS SELECT x FROM a; CREATE VIEW on_b AS SELECT x FROM b; CREATE VIEW on_c AS SELECT x FROM c; CREATE VIEW on_it AS SELECT x FROM on_c; CREATE FUNCTION f() RETURNS SETOF c LANGUAGE sql AS 'SELECT * FROM c'`,
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
  'exclusions, statistics, checks that are not valid and collations over a column that changes its type': {
    before: `CREATE TABLE t (a int, b text COLLATE "C", r int4range, CONSTRAINT x EXCLUDE USING gist (r WITH &&), CONSTRAINT y EXCLUDE USING btree (a WITH =)); ALTER TABLE t ADD CONSTRAINT n CHECK (a > 0) NOT VALID; CREATE STATISTICS s ON a, b FROM t; CREATE INDEX i ON t (b COLLATE "C" DESC, a)`,
    after: `CREATE TABLE t (a bigint, b varchar(20) COLLATE "POSIX", r int4range, CONSTRAINT x EXCLUDE USING gist (r WITH &&), CONSTRAINT y EXCLUDE USING btree (a WITH =)); ALTER TABLE t ADD CONSTRAINT n CHECK (a > 0) NOT VALID; CREATE STATISTICS s ON a, b FROM t; CREATE INDEX i ON t (b COLLATE "C" DESC, a)`,
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
  'children have constraints and indexes of their own': {
    before: `CREATE TABLE p (a int CHECK (a > 0), b int); CREATE TABLE k (a int CHECK (a > 0), c int UNIQUE) INHERITS (p); CREATE INDEX ki ON k (b)`,
    after: `CREATE TABLE p (a int CHECK (a > 1), b bigint NOT NULL); CREATE TABLE k (a int CHECK (a > 1), c int, CHECK (c > 0)) INHERITS (p); CREATE INDEX kj ON k (b, c); CREATE TRIGGER kt BEFORE UPDATE ON k FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()`,
  },
  'primary keys change their columns under foreign keys': {
    before: `CREATE TABLE a (x int PRIMARY KEY, y int NOT NULL UNIQUE); CREATE TABLE b (x int REFERENCES a, y int REFERENCES a (y)); CREATE TABLE c (x int, y int)`,
    after: `CREATE TABLE a (x int NOT NULL UNIQUE, y int PRIMARY KEY, z int UNIQUE); CREATE TABLE b (x int REFERENCES a (x), y int REFERENCES a (y)); CREATE TABLE c (x int REFERENCES a (z), y int REFERENCES a DEFERRABLE)`,
  },
  'keys become deferrable, unique nulls and identities move': {
    before: `CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY, b int, c int UNIQUE, d int UNIQUE DEFERRABLE INITIALLY DEFERRED)`,
    after: `CREATE TABLE t (a int, b bigint GENERATED BY DEFAULT AS IDENTITY (START 5 CACHE 7), c int UNIQUE DEFERRABLE, d int UNIQUE)`,
  },
  'not null comes with a key, an identity and a replica identity': {
    before: `CREATE TABLE a (x int); CREATE TABLE b (x int); CREATE TABLE c (x int); CREATE TABLE d (x int PRIMARY KEY, y int); CREATE TABLE e (n_is_set int, n int CONSTRAINT n_is_set CHECK (n > 0))`,
    after: `CREATE TABLE a (x int PRIMARY KEY); CREATE TABLE b (x int GENERATED ALWAYS AS IDENTITY); CREATE TABLE c (x int NOT NULL); CREATE UNIQUE INDEX ci ON c (x); ALTER TABLE c REPLICA IDENTITY USING INDEX ci; CREATE TABLE d (x int NOT NULL, y int CONSTRAINT d_pkey PRIMARY KEY); CREATE TABLE e (n_is_set int NOT NULL, n int NOT NULL CONSTRAINT n_is_set CHECK (n > 0))`,
  },
  'a composite type in use gets an attribute': {
    before: `CREATE TYPE c AS (a int); CREATE TABLE t (x c)`,
    after: `CREATE TYPE c AS (a int, b int); CREATE TABLE t (x c)`,
  },
  'a composite type in use loses its last attribute': {
    before: `CREATE TYPE c AS (a int, b int); CREATE TABLE t (x c)`,
    after: `CREATE TYPE c AS (a int); CREATE TABLE t (x c)`,
  },
  'a column that is of a child and of its parent changes in one of them alone': {
    before: `CREATE TABLE a (x int DEFAULT 1, y int NOT NULL, z int); CREATE TABLE c (x int DEFAULT 2, y int, z int) INHERITS (a)`,
    after: `CREATE TABLE a (x int DEFAULT 1, z int); CREATE TABLE c (x int, y int NOT NULL, z int NOT NULL) INHERITS (a)`,
  },
  'a child gets a default of its own': {
    before: `CREATE TABLE a (x int DEFAULT 1); CREATE TABLE c () INHERITS (a)`,
    after: `CREATE TABLE a (x int DEFAULT 1); CREATE TABLE c () INHERITS (a); ALTER TABLE c ALTER x SET DEFAULT 2`,
  },
  'a child forbids NULL by itself': {
    before: `CREATE TABLE a (x int); CREATE TABLE c () INHERITS (a)`,
    after: `CREATE TABLE a (x int); CREATE TABLE c () INHERITS (a); ALTER TABLE c ALTER x SET NOT NULL`,
  },
  'a table with a check of its own inherits the same': {
    before: `CREATE TABLE a (x int, CONSTRAINT k CHECK (x > 0)); CREATE TABLE c (x int, CONSTRAINT k CHECK (x > 0))`,
    after: `CREATE TABLE a (x int, CONSTRAINT k CHECK (x > 0)); CREATE TABLE c (x int, CONSTRAINT k CHECK (x > 0)) INHERITS (a)`,
  },
  'a partition gets a default of its own': {
    before: `CREATE TABLE p (a int DEFAULT 1) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)`,
    after: `CREATE TABLE p (a int DEFAULT 1) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); ALTER TABLE p1 ALTER a SET DEFAULT 3`,
  },
  'a partitioned table forbids NULL': {
    before: `CREATE TABLE p (a int, b int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)`,
    after: `CREATE TABLE p (a int, b int NOT NULL) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)`,
  },
  'an index of a partition becomes one of the whole': {
    before: `CREATE TABLE p (a int, b int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE INDEX i ON p1 (b)`,
    after: `CREATE TABLE p (a int, b int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE INDEX j ON p (b)`,
  },
  'a partitioned table gets keys and points elsewhere': {
    before: `CREATE TABLE r (i int PRIMARY KEY); CREATE TABLE p (a int, b int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)`,
    after: `CREATE TABLE r (i int PRIMARY KEY); CREATE TABLE p (a int, b int REFERENCES r) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE TABLE q (x int, y int); ALTER TABLE p ADD PRIMARY KEY (a); ALTER TABLE q ADD FOREIGN KEY (x) REFERENCES p`,
  },
  'a partitioned table gets a trigger': {
    before: `CREATE TABLE p (a int, b int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)`,
    after: `CREATE TABLE p (a int, b int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE TRIGGER t AFTER UPDATE ON p FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()`,
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
  'a sequence gets a smaller type': {
    before: `CREATE SEQUENCE s AS int`,
    after: `CREATE SEQUENCE s AS smallint`,
  },
  'an identity becomes a serial of another size': {
    before: `CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY)`,
    after: `CREATE TABLE t (a smallserial)`,
  },
  'a column of a view that another reads is called otherwise': {
    before: `CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a, b FROM t; CREATE VIEW w AS SELECT b FROM v`,
    after: `CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a AS z, b FROM t; CREATE VIEW w AS SELECT b FROM v`,
  },
  'a function becomes a procedure': {
    before: `CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'`,
    after: `CREATE PROCEDURE f() LANGUAGE sql AS 'SELECT 1'`,
  },
  'a trigger runs another function': {
    before: `CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TABLE t (a int); CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()`,
    after: `CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TABLE t (a int); CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION g()`,
  },
  'a unique generated column changes with its source': {
    before: `CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED, UNIQUE (b))`,
    after: `CREATE TABLE t (a bigint, b bigint GENERATED ALWAYS AS (a + 1) STORED, UNIQUE (b))`,
  },
  'a generated column with a foreign key changes': {
    before: `CREATE TABLE r (i bigint PRIMARY KEY); CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED REFERENCES r)`,
    after: `CREATE TABLE r (i bigint PRIMARY KEY); CREATE TABLE t (a int, b bigint GENERATED ALWAYS AS (a + 2) STORED REFERENCES r)`,
  },
  'an index on a table alone': {
    before: `CREATE TABLE t (a int)`,
    after: `CREATE TABLE t (a int); CREATE INDEX i ON ONLY t (a)`,
  },
  'storage parameters of a table and its toast table': {
    before: `CREATE TABLE t (a text) WITH (toast.autovacuum_enabled=off)`,
    after: `CREATE TABLE t (a text) WITH (toast.autovacuum_enabled=on, fillfactor=50)`,
  },
  'children and partitions are created with ways of their own': {
    before: 'CREATE TABLE a (x int DEFAULT 1, y text)',
    after: `CREATE TABLE a (x int DEFAULT 1, y text); CREATE TABLE c () INHERITS (a); ALTER TABLE c ALTER x SET DEFAULT 2, ALTER y SET NOT NULL; CREATE TABLE d () INHERITS (a); ALTER TABLE d ALTER x DROP DEFAULT;
      CREATE TABLE p (k int DEFAULT 1) PARTITION BY LIST (k); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); ALTER TABLE p1 ALTER k SET DEFAULT 3`,
  },
  'a parent and its child change their defaults alike': {
    before: 'CREATE TABLE a (x int DEFAULT 1, y int); CREATE TABLE c () INHERITS (a)',
    after: 'CREATE TABLE a (x int DEFAULT 2, y int NOT NULL); CREATE TABLE c () INHERITS (a)',
  },
  'nothing changes': {
    before: `${users}; CREATE VIEW v AS SELECT * FROM users`,
    after: `${users}; CREATE VIEW v AS SELECT * FROM users`,
  },
};
