import type { SqlCase } from './sql-case';

/** Parents, children and partitions. */
export const inheritanceCases: Readonly<Record<string, SqlCase>> = {
  'a parent gets a column that is kept in another way, which its child takes along': {
    before: 'CREATE TABLE a (x int); CREATE TABLE c (z int) INHERITS (a)',
    after: `CREATE TABLE a (x int, y text); ALTER TABLE a ALTER y SET STORAGE main; CREATE TABLE c (z int) INHERITS (a)`,
  },
  'a partitioned table gets and loses columns, indexes and keys': {
    before: `CREATE TABLE r (id int PRIMARY KEY); CREATE TABLE p (a int NOT NULL, b text, x int, PRIMARY KEY (a)) PARTITION BY RANGE (a); CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10); CREATE INDEX pi ON p (b)`,
    after: `CREATE TABLE r (id int PRIMARY KEY); CREATE TABLE p (a int NOT NULL, b text NOT NULL DEFAULT 'x', c int REFERENCES r, PRIMARY KEY (a), UNIQUE (a, b), CHECK (c > 0)) PARTITION BY RANGE (a); CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10); CREATE TABLE p2 PARTITION OF p DEFAULT; CREATE INDEX pj ON p (c) WHERE b <> ''`,
  },
  'a partition goes and the type of a column changes': {
    before: `CREATE TABLE p (a int NOT NULL, b int, PRIMARY KEY (a)) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE TABLE p2 PARTITION OF p DEFAULT; CREATE INDEX pi ON p (b)`,
    after: `CREATE TABLE p (a int NOT NULL, b bigint, PRIMARY KEY (a)) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE INDEX pi ON p (b)`,
  },
  'children have constraints and indexes of their own': {
    before: `CREATE TABLE p (a int CHECK (a > 0), b int); CREATE TABLE k (a int CHECK (a > 0), c int UNIQUE) INHERITS (p); CREATE INDEX ki ON k (b)`,
    after: `CREATE TABLE p (a int CHECK (a > 1), b bigint NOT NULL); CREATE TABLE k (a int CHECK (a > 1), c int, CHECK (c > 0)) INHERITS (p); CREATE INDEX kj ON k (b, c); CREATE TRIGGER kt BEFORE UPDATE ON k FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()`,
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
  'a column changes its type, and its default too, of which partitions have their own': {
    before: `CREATE TABLE p (a int, b text DEFAULT '1', c text) PARTITION BY LIST (a); CREATE TABLE own PARTITION OF p (b DEFAULT '5', c DEFAULT '7') FOR VALUES IN (1); CREATE TABLE other PARTITION OF p FOR VALUES IN (2)`,
    after: `CREATE TABLE p (a int, b int DEFAULT 1, c int) PARTITION BY LIST (a); CREATE TABLE own PARTITION OF p (b DEFAULT 5, c DEFAULT 7) FOR VALUES IN (1); CREATE TABLE other PARTITION OF p FOR VALUES IN (2)`,
  },
  'the default of a parent changes, and those of its children stay, come and go': {
    before: `CREATE TABLE p (x int DEFAULT 1, y int, z int DEFAULT 1); CREATE TABLE a () INHERITS (p); ALTER TABLE a ALTER x SET DEFAULT 5, ALTER y SET DEFAULT 5; CREATE TABLE q () INHERITS (p); ALTER TABLE q ALTER x SET DEFAULT 3; CREATE TABLE b () INHERITS (a); ALTER TABLE b ALTER x SET DEFAULT 7`,
    after: `CREATE TABLE p (x int DEFAULT 2, y int DEFAULT 2, z int); CREATE TABLE a () INHERITS (p); ALTER TABLE a ALTER x SET DEFAULT 5, ALTER y SET DEFAULT 6, ALTER z SET DEFAULT 8; CREATE TABLE q () INHERITS (p); CREATE TABLE b () INHERITS (a); ALTER TABLE b ALTER x SET DEFAULT 7`,
  },
  'the default of a parent changes or is set anew, and a child has none': {
    before: `CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE TABLE p (x int DEFAULT 1, y int DEFAULT 1, z int DEFAULT f()); CREATE TABLE c () INHERITS (p); ALTER TABLE c ALTER x DROP DEFAULT, ALTER y DROP DEFAULT, ALTER z DROP DEFAULT`,
    after: `CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint'; CREATE TABLE p (x int DEFAULT 2, y text DEFAULT '1', z int DEFAULT f()); CREATE TABLE c () INHERITS (p); ALTER TABLE c ALTER x DROP DEFAULT, ALTER y DROP DEFAULT, ALTER z DROP DEFAULT`,
  },
  'columns go with those of a parent, and had defaults of their own or none': {
    before: `CREATE TABLE p (a int, x int DEFAULT 1, y int DEFAULT 1, z int); CREATE TABLE c () INHERITS (p); ALTER TABLE c ALTER x DROP DEFAULT, ALTER y SET DEFAULT 2, ALTER z SET DEFAULT 3`,
    after: `CREATE TABLE p (a int); CREATE TABLE c () INHERITS (p)`,
  },
  'an enum is rebuilt of which a partition has a default of its own': {
    before: `CREATE TYPE e AS ENUM ('a', 'b', 'c'); CREATE TABLE p (a int, x e DEFAULT 'a') PARTITION BY LIST (a); CREATE TABLE own PARTITION OF p (x DEFAULT 'b') FOR VALUES IN (1)`,
    after: `CREATE TYPE e AS ENUM ('a', 'b'); CREATE TABLE p (a int, x e DEFAULT 'a') PARTITION BY LIST (a); CREATE TABLE own PARTITION OF p (x DEFAULT 'b') FOR VALUES IN (1)`,
  },
  'an index of a partitioned table alone is made, kept, becomes that of all and goes': {
    before: `CREATE TABLE p (a int, b text) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE INDEX kept ON ONLY p (a); CREATE INDEX wider ON ONLY p (b); CREATE INDEX gone ON ONLY p (a, b)`,
    after: `CREATE TABLE p (a int, b text) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE INDEX kept ON ONLY p (a); CREATE INDEX wider ON p (b); CREATE INDEX made ON ONLY p (b, a)`,
  },
  'partitions come and go under an index of the partitioned table alone': {
    before: `CREATE TABLE p (a int, b int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2); CREATE INDEX alone ON ONLY p (b)`,
    after: `CREATE TABLE p (a int, b int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE TABLE p3 PARTITION OF p FOR VALUES IN (3); CREATE INDEX alone ON ONLY p (b)`,
  },
  'a column of an index of a partitioned table alone changes its type': {
    before: `CREATE TABLE p (a int, b int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE INDEX alone ON ONLY p (b)`,
    after: `CREATE TABLE p (a int, b bigint) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE INDEX alone ON ONLY p (b)`,
  },
  'a partitioned table numbers its rows, otherwise than before, and begins to': {
    before: `CREATE TABLE p (a int GENERATED ALWAYS AS IDENTITY, b int NOT NULL) PARTITION BY LIST (b); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE TABLE gone PARTITION OF p FOR VALUES IN (2); CREATE TABLE q (a int NOT NULL, b int) PARTITION BY LIST (b); CREATE TABLE q1 PARTITION OF q FOR VALUES IN (1)`,
    after: `CREATE TABLE p (a bigint GENERATED BY DEFAULT AS IDENTITY, b int NOT NULL) PARTITION BY LIST (b); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE TABLE made PARTITION OF p FOR VALUES IN (3); CREATE TABLE q (a int NOT NULL GENERATED ALWAYS AS IDENTITY, b int) PARTITION BY LIST (b); CREATE TABLE q1 PARTITION OF q FOR VALUES IN (1)`,
    since: 17,
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
  'children and partitions are created with ways of their own': {
    before: 'CREATE TABLE a (x int DEFAULT 1, y text)',
    after: `CREATE TABLE a (x int DEFAULT 1, y text); CREATE TABLE c () INHERITS (a); ALTER TABLE c ALTER x SET DEFAULT 2, ALTER y SET NOT NULL; CREATE TABLE d () INHERITS (a); ALTER TABLE d ALTER x DROP DEFAULT;
      CREATE TABLE p (k int DEFAULT 1) PARTITION BY LIST (k); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); ALTER TABLE p1 ALTER k SET DEFAULT 3`,
  },
  'a parent and its child change their defaults alike': {
    before: 'CREATE TABLE a (x int DEFAULT 1, y int); CREATE TABLE c () INHERITS (a)',
    after: 'CREATE TABLE a (x int DEFAULT 2, y int NOT NULL); CREATE TABLE c () INHERITS (a)',
  },
  'the statistics target and the storage of a parent change, those of its child do not': {
    before: `CREATE TABLE p (a text, b text); CREATE TABLE c () INHERITS (p); ALTER TABLE ONLY p ALTER b SET STATISTICS 20`,
    after: `CREATE TABLE p (a text, b text); CREATE TABLE c () INHERITS (p); ALTER TABLE ONLY p ALTER a SET STATISTICS 50, ALTER a SET STORAGE EXTERNAL; ALTER TABLE p ALTER b SET STATISTICS 10, ALTER b SET STORAGE PLAIN`,
  },
  'columns that come from a parent have settings and comments of their own': {
    before: `CREATE TABLE p (a text, b text); CREATE TABLE d () INHERITS (p)`,
    after: `CREATE TABLE p (a text COMPRESSION pglz, b text, c text); ALTER TABLE p ALTER a SET STORAGE EXTERNAL; CREATE TABLE c () INHERITS (p); ALTER TABLE p ALTER b SET STATISTICS 10, ALTER c SET STATISTICS 7; ALTER TABLE c ALTER a SET STORAGE EXTENDED, ALTER a SET COMPRESSION DEFAULT, ALTER b SET (n_distinct = 3); COMMENT ON COLUMN c.a IS 'x';
      CREATE TABLE d () INHERITS (p); COMMENT ON COLUMN d.c IS 'y';
      CREATE TABLE w (k int, t text) PARTITION BY LIST (k); CREATE TABLE w1 PARTITION OF w FOR VALUES IN (1); ALTER TABLE w ALTER t SET STATISTICS 50; COMMENT ON COLUMN w1.t IS 'z'`,
  },
  'a child is made of a parent whose storage and compression change, and another goes': {
    before: `CREATE TABLE p (a text, b text); ALTER TABLE p ALTER a SET STORAGE EXTERNAL; CREATE TABLE c () INHERITS (p); CREATE TABLE gone () INHERITS (c)`,
    after: `CREATE TABLE p (a text, b text COMPRESSION pglz); CREATE TABLE c () INHERITS (p); ALTER TABLE c ALTER b SET COMPRESSION DEFAULT; ALTER TABLE p ALTER b SET STORAGE MAIN; CREATE TABLE made () INHERITS (p)`,
  },
  'a child that is made has as valid a check that is not for those before it': {
    before: `CREATE TABLE p (a int); CREATE TABLE c () INHERITS (p); CREATE TABLE q (a int); ALTER TABLE q ADD CONSTRAINT k CHECK (a > 0) NOT VALID; CREATE TABLE gone () INHERITS (q); CREATE TABLE r (a int); CREATE TABLE earlier () INHERITS (r); ALTER TABLE r ADD CONSTRAINT k CHECK (a > 0) NOT VALID; CREATE TABLE later () INHERITS (r)`,
    after: `CREATE TABLE p (a int); CREATE TABLE c () INHERITS (p); ALTER TABLE p ADD CONSTRAINT k CHECK (a > 0) NOT VALID; CREATE TABLE d () INHERITS (c); CREATE TABLE e () INHERITS (p); CREATE TABLE q (a int)`,
  },
  'a table counts its rows before it has its first child, and does no more after the last': {
    before: `CREATE TABLE p (a int); CREATE TABLE q (a int, i int GENERATED ALWAYS AS IDENTITY); CREATE TABLE d () INHERITS (q)`,
    after: `CREATE TABLE p (a int, i int GENERATED ALWAYS AS IDENTITY); CREATE TABLE c () INHERITS (p); CREATE TABLE q (a int)`,
  },
  'a partition forbids NULL where its parent has a default': {
    before: `CREATE TABLE p (a int DEFAULT 1, b int DEFAULT 0) PARTITION BY LIST (a)`,
    after: `CREATE TABLE p (a int DEFAULT 1, b int DEFAULT 0) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p (a NOT NULL, b DEFAULT 1) FOR VALUES IN (1)`,
  },
  'children and partitions with ways of their own go, and come back with them': {
    before: `CREATE TABLE a (x int DEFAULT 1, y text); CREATE TABLE c () INHERITS (a); ALTER TABLE c ALTER x SET DEFAULT 2, ALTER y SET NOT NULL; CREATE TABLE d () INHERITS (a); ALTER TABLE d ALTER x DROP DEFAULT, ALTER y SET STORAGE EXTERNAL, ALTER y SET STATISTICS 7; COMMENT ON COLUMN d.y IS 'y';
      CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE TABLE p (k int DEFAULT 1, n int) PARTITION BY LIST (k); CREATE TABLE p1 PARTITION OF p (n NOT NULL DEFAULT f()) FOR VALUES IN (1)`,
    after: `CREATE TABLE a (x int DEFAULT 1, y text)`,
  },
  'a check that a table declares and inherits too gets another name': {
    before: `CREATE TABLE a (x int, CONSTRAINT k CHECK (x > 0)); CREATE TABLE c (x int, CONSTRAINT k CHECK (x > 0), CONSTRAINT own CHECK (x > 1)) INHERITS (a); COMMENT ON CONSTRAINT k ON c IS 'k'; CREATE TABLE b (CONSTRAINT k CHECK (x > 0)) INHERITS (c)`,
    after: `CREATE TABLE a (x int, CONSTRAINT l CHECK (x > 0)); CREATE TABLE c (x int, CONSTRAINT l CHECK (x > 0), CONSTRAINT owned CHECK (x > 1)) INHERITS (a); COMMENT ON CONSTRAINT l ON c IS 'l'; CREATE TABLE b (CONSTRAINT l CHECK (x > 0)) INHERITS (c)`,
  },
  'a partitioned table that others point at gets and loses partitions': {
    before: `CREATE TABLE p (a int PRIMARY KEY, b int REFERENCES p) PARTITION BY RANGE (a); CREATE TABLE kept PARTITION OF p FOR VALUES FROM (0) TO (9); CREATE TABLE gone PARTITION OF p FOR VALUES FROM (9) TO (19) PARTITION BY RANGE (a); CREATE TABLE below PARTITION OF gone DEFAULT; CREATE TABLE r (a int REFERENCES p)`,
    after: `CREATE TABLE p (a int PRIMARY KEY, b int REFERENCES p) PARTITION BY RANGE (a); CREATE TABLE kept PARTITION OF p FOR VALUES FROM (0) TO (9); CREATE TABLE made PARTITION OF p FOR VALUES FROM (19) TO (29) PARTITION BY RANGE (a); CREATE TABLE under PARTITION OF made DEFAULT; CREATE TABLE r (a int REFERENCES p)`,
  },
  'partitioned tables go, one of which points at the other': {
    before: `CREATE TABLE p (a int PRIMARY KEY) PARTITION BY RANGE (a); CREATE TABLE p1 PARTITION OF p DEFAULT; CREATE TABLE r (a int REFERENCES p) PARTITION BY RANGE (a); CREATE TABLE r1 PARTITION OF r DEFAULT; CREATE TABLE s (a int REFERENCES p)`,
    after: `CREATE TABLE s (a int)`,
  },
  'what points at a partitioned table goes together with a partition, or comes': {
    before: `CREATE TABLE p (a int PRIMARY KEY) PARTITION BY RANGE (a); CREATE TABLE a1 PARTITION OF p FOR VALUES FROM (0) TO (9); CREATE TABLE r (a int REFERENCES p); CREATE TABLE z (a int)`,
    after: `CREATE TABLE p (a int PRIMARY KEY) PARTITION BY RANGE (a); CREATE TABLE a2 PARTITION OF p FOR VALUES FROM (9) TO (19); CREATE TABLE z (a int REFERENCES p)`,
  },
  'a partitioned table that points at itself goes': {
    before: `CREATE TABLE p (a int PRIMARY KEY, b int REFERENCES p) PARTITION BY RANGE (a); CREATE TABLE p1 PARTITION OF p DEFAULT PARTITION BY RANGE (a); CREATE TABLE p2 PARTITION OF p1 DEFAULT`,
    after: '',
  },
  'columns come with partitions and children that say something of them, and go with them': {
    before: `CREATE TABLE p (a int, gone int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p (CHECK (gone > 0)) FOR VALUES IN (1); CREATE INDEX i ON p1 (a) WHERE gone > 1; CREATE TABLE t (a int, gone int); CREATE TABLE c (CHECK (gone > 0)) INHERITS (t); CREATE INDEX j ON c (a) WHERE gone > 1`,
    after: `CREATE TABLE p (a int, made int) PARTITION BY LIST (a); CREATE TABLE p2 PARTITION OF p (made DEFAULT 3, CHECK (made > 0)) FOR VALUES IN (2); CREATE INDEX k ON p2 (a) WHERE made > 1; CREATE TABLE t (a int, made int); CREATE TABLE d (CHECK (made > 0)) INHERITS (t); ALTER TABLE d ALTER made SET NOT NULL`,
  },
  'partitions and children come and go with primary keys of their own': {
    before: `CREATE TABLE p (a int, b int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p (PRIMARY KEY (b)) FOR VALUES IN (1); CREATE TABLE t (a int)`,
    after: `CREATE TABLE p (a int, b int) PARTITION BY LIST (a); CREATE TABLE p2 PARTITION OF p (PRIMARY KEY (b)) FOR VALUES IN (2); CREATE TABLE t (a int); CREATE TABLE c (PRIMARY KEY (a)) INHERITS (t)`,
  },
  'a check comes to a table and to its parents, and goes from others, whatever their names are': {
    before: `CREATE TABLE a (x int, CONSTRAINT gone CHECK (x > 0)); CREATE TABLE z (CONSTRAINT gone CHECK (x > 0)) INHERITS (a); CREATE TABLE y (x int, CONSTRAINT gone CHECK (x > 0)); CREATE TABLE b (CONSTRAINT gone CHECK (x > 0)) INHERITS (y)`,
    after: `CREATE TABLE a (x int, CONSTRAINT made CHECK (x > 1)); CREATE TABLE z (CONSTRAINT made CHECK (x > 1)) INHERITS (a); CREATE TABLE y (x int, CONSTRAINT made CHECK (x > 1)); CREATE TABLE b (CONSTRAINT made CHECK (x > 1)) INHERITS (y)`,
  },
  'a table begins and ends to inherit together with a check': {
    before: `CREATE TABLE p (x int, CONSTRAINT k CHECK (x > 0)); CREATE TABLE begins (x int); CREATE TABLE ends (x int, CONSTRAINT k CHECK (x > 0)) INHERITS (p)`,
    after: `CREATE TABLE p (x int, CONSTRAINT k CHECK (x > 0)); CREATE TABLE begins (x int, CONSTRAINT k CHECK (x > 0)) INHERITS (p); CREATE TABLE ends (x int)`,
  },
};
