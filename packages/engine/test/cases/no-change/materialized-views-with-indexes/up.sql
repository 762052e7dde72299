-- Create table person
CREATE TABLE "public"."person" (
  "id" integer NOT NULL,
  "name" text NOT NULL,
  CONSTRAINT "PK_5fdaf670315c4b7e70cce85daa3" PRIMARY KEY (id)
);

-- Create materialized view loud_person
CREATE MATERIALIZED VIEW "public"."loud_person" AS
SELECT id,
    upper(name) AS loud
   FROM public.person;

-- Create index IDX_82adf033b1e95e3ad273e5d997 on loud_person
-- blocksWrites: An index is built: nobody can write loud_person meanwhile.
CREATE INDEX "IDX_82adf033b1e95e3ad273e5d997" ON "public"."loud_person" ("loud");

-- Create index loud_id on loud_person
-- blocksWrites: An index is built: nobody can write loud_person meanwhile.
-- mayFail: Fails if two rows of loud_person have the same key.
CREATE UNIQUE INDEX "loud_id" ON "public"."loud_person" ("id");

-- Create TypeORM's table typeorm_metadata
CREATE TABLE "public"."typeorm_metadata" (
  "type" character varying NOT NULL,
  "database" character varying,
  "schema" character varying,
  "table" character varying,
  "name" character varying,
  "value" text
);

-- Tell TypeORM how the entities spell loud_person
INSERT INTO "public"."typeorm_metadata" ("type", "database", "schema", "table", "name", "value") VALUES ('MATERIALIZED_VIEW', NULL, 'public', NULL, 'loud_person', 'SELECT id, upper(name) AS loud FROM person');
