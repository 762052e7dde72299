import type { SqlCase } from './sql-case';
import { users } from './users';

/** Columns, their values and how they are kept. */
export const columnCases: Readonly<Record<string, SqlCase>> = {
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
  'a generated column is added, changed with its index, and stops': {
    before: `CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED, c int GENERATED ALWAYS AS (a + 2) STORED); CREATE INDEX i ON t (b); CREATE VIEW v AS SELECT b FROM t`,
    after: `CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 2) STORED, c int, d int GENERATED ALWAYS AS (a * 2) STORED); CREATE INDEX i ON t (b); CREATE VIEW v AS SELECT b FROM t`,
  },
  'a generated column changes while its index gets another name': {
    before: `CREATE TABLE t (a int, b boolean GENERATED ALWAYS AS (a IS NULL) STORED); CREATE INDEX i ON t (b) WHERE b`,
    after: `CREATE TABLE t (a bigint, b boolean GENERATED ALWAYS AS (a IS NULL) STORED); CREATE INDEX j ON t (b) WHERE b; COMMENT ON INDEX j IS 'b'`,
  },
  'a generated column stops under an index, a unique, a foreign key, a check and statistics': {
    before: `CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED UNIQUE CHECK (b > 0)); CREATE TABLE r (b int REFERENCES t (b)); CREATE INDEX i ON t (a) WHERE b > 1; CREATE STATISTICS s ON a, b FROM t`,
    after: `CREATE TABLE t (a int, b int UNIQUE CHECK (b > 0)); CREATE TABLE r (b int REFERENCES t (b)); CREATE INDEX i ON t (a) WHERE b > 1; CREATE STATISTICS s ON a, b FROM t`,
  },
  'a generated column stops and another type begins': {
    before: `CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED UNIQUE, c int GENERATED ALWAYS AS (a * 2) STORED)`,
    after: `CREATE TABLE t (a int, b bigint UNIQUE, c int GENERATED ALWAYS AS (b::int * 2) STORED)`,
  },
  'a function that a generated column of constants calls changes its result': {
    before: `CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a'; CREATE TABLE t (a int, b bigint GENERATED ALWAYS AS (f(1)) STORED UNIQUE)`,
    after: `CREATE FUNCTION f(a int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT a'; CREATE TABLE t (a int, b bigint GENERATED ALWAYS AS (f(1)) STORED UNIQUE)`,
  },
  'a generated column with a comment, a target and options stops': {
    before: `CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED); COMMENT ON COLUMN t.b IS 'next'; ALTER TABLE t ALTER b SET STATISTICS 10, ALTER b SET (n_distinct = 5)`,
    after: `CREATE TABLE t (a int, b int); COMMENT ON COLUMN t.b IS 'next'; ALTER TABLE t ALTER b SET STATISTICS 10, ALTER b SET (n_distinct = 5)`,
  },
  'columns count by sequences of another type than theirs': {
    before: `CREATE TABLE kept (a int)`,
    after: `CREATE TABLE kept (a int, id int NOT NULL); CREATE SEQUENCE kept_id_seq OWNED BY kept.id; ALTER TABLE kept ALTER id SET DEFAULT nextval('kept_id_seq'); CREATE TABLE made (id int NOT NULL); CREATE SEQUENCE made_id_seq OWNED BY made.id; ALTER TABLE made ALTER id SET DEFAULT nextval('made_id_seq')`,
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
  'a unique generated column changes with its source': {
    before: `CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED, UNIQUE (b))`,
    after: `CREATE TABLE t (a bigint, b bigint GENERATED ALWAYS AS (a + 1) STORED, UNIQUE (b))`,
  },
  'a generated column with a foreign key changes': {
    before: `CREATE TABLE r (i bigint PRIMARY KEY); CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED REFERENCES r)`,
    after: `CREATE TABLE r (i bigint PRIMARY KEY); CREATE TABLE t (a int, b bigint GENERATED ALWAYS AS (a + 2) STORED REFERENCES r)`,
  },
  'storage parameters of a table and its toast table': {
    before: `CREATE TABLE t (a text) WITH (toast.autovacuum_enabled=off)`,
    after: `CREATE TABLE t (a text) WITH (toast.autovacuum_enabled=on, fillfactor=50)`,
  },
  'a column under an index and statistics with targets changes its type': {
    before: `CREATE TABLE t (a int, b text); CREATE INDEX i ON t ((a + 1)); ALTER INDEX i ALTER COLUMN 1 SET STATISTICS 200; CREATE STATISTICS s ON a, b FROM t; ALTER STATISTICS s SET STATISTICS 300`,
    after: `CREATE TABLE t (a bigint, b text); CREATE INDEX i ON t ((a + 1)); ALTER INDEX i ALTER COLUMN 1 SET STATISTICS 200; CREATE STATISTICS s ON a, b FROM t; ALTER STATISTICS s SET STATISTICS 300`,
  },
  'required columns come whose defaults are computed for every row': {
    before: `CREATE TABLE t (a int PRIMARY KEY)`,
    after: `CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE TABLE t (a int PRIMARY KEY, token uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE, n int NOT NULL DEFAULT f() CHECK (n > 0), m int DEFAULT f()); CREATE VIEW v AS SELECT token, n FROM t`,
  },
};
