import type { SqlCase } from './sql-case';
import { users } from './users';

/** Tables as a whole. */
export const tableCases: Readonly<Record<string, SqlCase>> = {
  'indexes and keys go that tables followed or were known by, or others take their place': {
    before: `CREATE TABLE t (a int NOT NULL, b int CONSTRAINT tk UNIQUE); CREATE UNIQUE INDEX ti ON t (a); ALTER TABLE t REPLICA IDENTITY USING INDEX ti; ALTER TABLE t CLUSTER ON tk;
      CREATE TABLE u (a int NOT NULL CONSTRAINT uk UNIQUE, b int NOT NULL); ALTER TABLE u REPLICA IDENTITY USING INDEX uk; ALTER TABLE u CLUSTER ON uk;
      CREATE TABLE c (a int NOT NULL, b int); CREATE UNIQUE INDEX ci ON c (a); ALTER TABLE c REPLICA IDENTITY USING INDEX ci;
      CREATE MATERIALIZED VIEW m AS SELECT 1 AS a; CREATE UNIQUE INDEX mi ON m (a); ALTER MATERIALIZED VIEW m CLUSTER ON mi`,
    after: `CREATE TABLE t (a int NOT NULL, b int);
      CREATE TABLE u (a int NOT NULL, b int NOT NULL); CREATE UNIQUE INDEX uj ON u (b); ALTER TABLE u REPLICA IDENTITY USING INDEX uj; ALTER TABLE u CLUSTER ON uj;
      CREATE TABLE c (b int); CREATE MATERIALIZED VIEW m AS SELECT 1 AS a`,
  },
  'a table that follows an index and is known by it gets a column and loses an index': {
    before: `CREATE TABLE t (a int NOT NULL, b int); CREATE UNIQUE INDEX i ON t (a); CREATE INDEX j ON t (b); ALTER TABLE t CLUSTER ON i; ALTER TABLE t REPLICA IDENTITY USING INDEX i`,
    after: `CREATE TABLE t (a int NOT NULL, b int, c int); CREATE UNIQUE INDEX i ON t (a); ALTER TABLE t CLUSTER ON i; ALTER TABLE t REPLICA IDENTITY USING INDEX i`,
  },
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
  'names move from one kind of thing to another': {
    before:
      "CREATE TABLE a (x int CONSTRAINT k PRIMARY KEY); CREATE VIEW v AS SELECT 1 AS one; CREATE TYPE e AS ENUM ('x'); CREATE SEQUENCE s; CREATE TABLE b (y int); CREATE INDEX i ON b (y)",
    after:
      'CREATE VIEW a AS SELECT 1 AS one; CREATE TABLE v (x int CONSTRAINT k PRIMARY KEY); CREATE TABLE e (x int); CREATE MATERIALIZED VIEW s AS SELECT 1 AS one; CREATE TABLE b (y int, CONSTRAINT i UNIQUE (y))',
  },
  'comments come, change and go': {
    before: `CREATE TABLE t (a int, b int, c int); COMMENT ON COLUMN t.a IS 'a'; COMMENT ON COLUMN t.b IS 'b'; COMMENT ON TABLE t IS 't'`,
    after: `CREATE TABLE t (a int, b int, c int); COMMENT ON COLUMN t.b IS 'B'; COMMENT ON COLUMN t.c IS 'c'`,
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
  'nothing changes': {
    before: `${users}; CREATE VIEW v AS SELECT * FROM users`,
    after: `${users}; CREATE VIEW v AS SELECT * FROM users`,
  },
  'tables that point at each other become unlogged, and others logged': {
    before: `CREATE TABLE a (i int PRIMARY KEY); CREATE TABLE b (i int PRIMARY KEY REFERENCES a); CREATE TABLE c (i int REFERENCES b); CREATE UNLOGGED TABLE z (i int PRIMARY KEY); CREATE UNLOGGED TABLE y (i int REFERENCES z)`,
    after: `CREATE UNLOGGED TABLE a (i int PRIMARY KEY); CREATE UNLOGGED TABLE b (i int PRIMARY KEY REFERENCES a); CREATE UNLOGGED TABLE c (i int REFERENCES b); CREATE TABLE z (i int PRIMARY KEY); CREATE TABLE y (i int REFERENCES z)`,
  },
  'a table goes that points at itself by an index': {
    before: `CREATE TABLE t (a int, b int); CREATE UNIQUE INDEX i ON t (a); ALTER TABLE t ADD FOREIGN KEY (b) REFERENCES t (a)`,
    after: '',
  },
};
