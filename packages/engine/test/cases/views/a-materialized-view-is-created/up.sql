-- Create materialized view small
CREATE MATERIALIZED VIEW "public"."small" AS
SELECT id
   FROM public.widget;

-- Create index small_id on small
-- blocksWrites: An index is built: nobody can write small meanwhile.
-- mayFail: Fails if two rows of small have the same key.
CREATE UNIQUE INDEX "small_id" ON "public"."small" ("id");

-- Create TypeORM's table typeorm_metadata
CREATE TABLE "public"."typeorm_metadata" (
  "type" character varying NOT NULL,
  "database" character varying,
  "schema" character varying,
  "table" character varying,
  "name" character varying,
  "value" text
);

-- Tell TypeORM how the entities spell small
INSERT INTO "public"."typeorm_metadata" ("type", "database", "schema", "table", "name", "value") VALUES ('MATERIALIZED_VIEW', NULL, 'public', NULL, 'small', 'SELECT id FROM widget');
