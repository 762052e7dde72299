import type { SqlCase } from './sql-case';
import { users } from './users';

/** Keys, checks, exclusions and indexes. */
export const constraintCases: Readonly<Record<string, SqlCase>> = {
  'a column that a key carries along changes its type, and foreign keys point at the key': {
    before: `CREATE TABLE p (a int, b int, c varchar(5), PRIMARY KEY (a) INCLUDE (b)); CREATE UNIQUE INDEX u ON p (b) INCLUDE (c);
      CREATE TABLE q (a int REFERENCES p, b int REFERENCES p (b))`,
    after: `CREATE TABLE p (a int, b text, c varchar(9), PRIMARY KEY (a) INCLUDE (b)); CREATE UNIQUE INDEX u ON p (b) INCLUDE (c);
      CREATE TABLE q (a int REFERENCES p, b text REFERENCES p (b))`,
  },
  'both ends of a foreign key change their type': {
    before: `CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p_id int REFERENCES p)`,
    after: `CREATE TABLE p (id text PRIMARY KEY); CREATE TABLE c (p_id text REFERENCES p)`,
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
  'exclusions, statistics, checks that are not valid and collations over a column that changes its type': {
    before: `CREATE TABLE t (a int, b text COLLATE "C", r int4range, CONSTRAINT x EXCLUDE USING gist (r WITH &&), CONSTRAINT y EXCLUDE USING btree (a WITH =)); ALTER TABLE t ADD CONSTRAINT n CHECK (a > 0) NOT VALID; CREATE STATISTICS s ON a, b FROM t; CREATE INDEX i ON t (b COLLATE "C" DESC, a)`,
    after: `CREATE TABLE t (a bigint, b varchar(20) COLLATE "POSIX", r int4range, CONSTRAINT x EXCLUDE USING gist (r WITH &&), CONSTRAINT y EXCLUDE USING btree (a WITH =)); ALTER TABLE t ADD CONSTRAINT n CHECK (a > 0) NOT VALID; CREATE STATISTICS s ON a, b FROM t; CREATE INDEX i ON t (b COLLATE "C" DESC, a)`,
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
  'an index on a table alone': {
    before: `CREATE TABLE t (a int)`,
    after: `CREATE TABLE t (a int); CREATE INDEX i ON ONLY t (a)`,
  },
  'exclusions read columns in expressions and predicates alone, and these change': {
    before: `CREATE TYPE mood AS ENUM ('a', 'b', 'c');
      CREATE TABLE t (n bigint, twice bigint GENERATED ALWAYS AS (n * 2) STORED, EXCLUDE USING gist (int8range(n, n + 1) WITH &&));
      CREATE TABLE u (n int, m mood, EXCLUDE USING gist (int4range(n, n + 1) WITH &&) WHERE (m = 'a'))`,
    after: `CREATE TYPE mood AS ENUM ('c', 'a');
      CREATE TABLE t (n int, twice int GENERATED ALWAYS AS (n * 2) STORED, EXCLUDE USING gist (int4range(n, n + 1) WITH &&));
      CREATE TABLE u (n int, m mood, EXCLUDE USING gist (int4range(n, n + 1) WITH &&) WHERE (m = 'a'))`,
  },
  'the indexes of keys and exclusions have storage parameters': {
    before: `CREATE TABLE t (a int CONSTRAINT pk PRIMARY KEY, b int)`,
    after: `CREATE TABLE t (a int CONSTRAINT pk PRIMARY KEY WITH (fillfactor=50), b int CONSTRAINT uq UNIQUE WITH (fillfactor=60) DEFERRABLE, EXCLUDE USING btree (b WITH =) WITH (fillfactor=70) WHERE (b > 0)); CREATE TABLE u (c int PRIMARY KEY WITH (fillfactor=80))`,
  },
  'a foreign key gets another action and a check another expression': {
    before: `CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p_id int CONSTRAINT fk REFERENCES p, n int CONSTRAINT positive CHECK (n > 0))`,
    after: `CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p_id int CONSTRAINT fk REFERENCES p ON DELETE CASCADE, n int CONSTRAINT positive CHECK (n >= 0))`,
  },
};
