/** What an extra of a schema may name; names are quoted. */
export interface ExtraTables {
  readonly table: string;
  readonly neighbour: string;
  /** The columns of the table. */
  readonly columns: readonly string[];
  readonly enumName: string;
  readonly major: number;
}

type Variant = (place: ExtraTables) => string;

/** What a schema may have besides its tables, by sort; each has variants that become one another. */
export const schemaExtras: Readonly<Record<string, readonly Variant[]>> = {
  join: [
    ({ table, neighbour }: ExtraTables) =>
      `VIEW wide AS SELECT one.id, other.id AS other FROM ${table} AS one LEFT JOIN ${neighbour} AS other ON one.id = other.id`,
    ({ table }: ExtraTables) => `VIEW wide AS SELECT count(*) AS id FROM ${table}`,
    ({ table, columns }: ExtraTables) =>
      `MATERIALIZED VIEW wide AS SELECT ${['id', ...columns].join(', ')}, row_number() OVER (ORDER BY id) AS number FROM ${table}; CREATE UNIQUE INDEX "wide's" ON wide (number); CREATE INDEX "wide 2" ON wide (id) WHERE id > 3`,
    ({ table }: ExtraTables) =>
      `VIEW wide WITH (security_barrier) AS SELECT one FROM ${table} AS one; COMMENT ON VIEW wide IS 'whole rows'`,
    ({ table }: ExtraTables) =>
      `VIEW wide AS SELECT id FROM ${table} WHERE id > 1 WITH CASCADED CHECK OPTION; CREATE TRIGGER instead INSTEAD OF DELETE ON wide FOR EACH ROW EXECUTE FUNCTION pass()`,
    ({ table }: ExtraTables) =>
      `VIEW wide AS WITH RECURSIVE all_of AS (SELECT id FROM ${table} UNION SELECT id + 1 FROM all_of WHERE id < 3) SELECT id FROM all_of; ALTER VIEW wide ALTER COLUMN id SET DEFAULT 3`,
    ({ enumName }: ExtraTables) =>
      `VIEW wide AS SELECT label AS id FROM unnest(ARRAY['a'::${enumName}]) AS label WHERE label > 'a'`,
  ].map((text) => (place) => `CREATE ${text(place)}; CREATE VIEW wider AS SELECT * FROM wide;`),
  sequence: [
    'CREATE SEQUENCE counter;',
    'CREATE SEQUENCE counter AS integer START 10 INCREMENT 2 CACHE 3;',
    'CREATE SEQUENCE counter MINVALUE -5 MAXVALUE 100 CYCLE;',
  ].map(
    (text) =>
      ({ table }) =>
        `${text} ALTER TABLE ${table} ADD COLUMN counting bigint DEFAULT nextval('counter');`,
  ),
  function: [
    "(a integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT a'",
    "(a integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT a + 0'",
    "(b integer) RETURNS integer LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN b; END'",
    "(b integer) RETURNS bigint LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN b; END'",
    "(b integer, c integer DEFAULT 0) RETURNS bigint LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN b; END'",
  ].map(
    (text) =>
      ({ table }) =>
        `CREATE FUNCTION half${text}; ALTER TABLE ${table} ADD CONSTRAINT halved CHECK (half(id::integer) IS NOT NULL), ADD COLUMN half bigint GENERATED ALWAYS AS (half(1)) STORED; CREATE INDEX ON ${table} (half(id::integer));`,
  ),
  domain: [
    'AS integer DEFAULT 3 CHECK (VALUE > 0)',
    'AS integer DEFAULT 4 CHECK (VALUE > -1)',
    'AS integer CONSTRAINT positive CHECK (VALUE > 0) CONSTRAINT small CHECK (VALUE < 99999)',
    'AS integer',
  ].map(
    (text) =>
      ({ table }) =>
        `CREATE DOMAIN amount ${text}; ALTER TABLE ${table} ADD COLUMN amount amount; ALTER TABLE ${table} ADD CHECK (amount <> 77);`,
  ),
  partitions: [
    ({ enumName }: ExtraTables) =>
      `CREATE TABLE part (id bigint, label ${enumName}, PRIMARY KEY (id)) PARTITION BY RANGE (id); CREATE TABLE part_1 PARTITION OF part FOR VALUES FROM (0) TO (10); CREATE TABLE part_2 PARTITION OF part DEFAULT;`,
    ({ enumName }: ExtraTables) =>
      `CREATE TABLE part (id bigint, label ${enumName} DEFAULT 'a', more text, PRIMARY KEY (id)) PARTITION BY RANGE (id); CREATE TABLE part_1 PARTITION OF part FOR VALUES FROM (0) TO (10); CREATE INDEX part_label ON part (label);`,
    ({ enumName, table }: ExtraTables) =>
      `CREATE TABLE part (id bigint REFERENCES ${table} DEFERRABLE, label ${enumName}[], PRIMARY KEY (id)) PARTITION BY RANGE (id); CREATE TABLE part_1 PARTITION OF part FOR VALUES FROM (0) TO (10);`,
  ],
  procedure: [
    ({ enumName }: ExtraTables) => `CREATE PROCEDURE act(one ${enumName}) LANGUAGE plpgsql AS 'BEGIN END';`,
    () =>
      `CREATE PROCEDURE act(one integer) LANGUAGE plpgsql AS 'BEGIN END'; COMMENT ON PROCEDURE act IS 'acts';`,
    () => `CREATE AGGREGATE act(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0');`,
  ],
};
