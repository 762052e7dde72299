-- Create table person
CREATE TABLE "public"."person" (
  "id" integer NOT NULL,
  "name" text NOT NULL,
  CONSTRAINT "PK_5fdaf670315c4b7e70cce85daa3" PRIMARY KEY (id)
);

-- Create view grown
CREATE VIEW "public"."grown" AS
SELECT id,
    name
   FROM public.person
  WHERE (id > 18);

-- Create view adult
CREATE VIEW "public"."adult" AS
SELECT id,
    name
   FROM public.grown;

-- Create view name_count
CREATE VIEW "public"."name_count" AS
SELECT name,
    count(*) AS count
   FROM public.person p
  GROUP BY name;

-- Create TypeORM's table typeorm_metadata
CREATE TABLE "public"."typeorm_metadata" (
  "type" character varying NOT NULL,
  "database" character varying,
  "schema" character varying,
  "table" character varying,
  "name" character varying,
  "value" text
);

-- Tell TypeORM how the entities spell adult
INSERT INTO "public"."typeorm_metadata" ("type", "database", "schema", "table", "name", "value") VALUES ('VIEW', NULL, 'public', NULL, 'adult', 'SELECT id, name FROM grown');

-- Tell TypeORM how the entities spell grown
INSERT INTO "public"."typeorm_metadata" ("type", "database", "schema", "table", "name", "value") VALUES ('VIEW', NULL, 'public', NULL, 'grown', 'SELECT * FROM person WHERE id > 18');

-- Tell TypeORM how the entities spell name_count
INSERT INTO "public"."typeorm_metadata" ("type", "database", "schema", "table", "name", "value") VALUES ('VIEW', NULL, 'public', NULL, 'name_count', 'SELECT "p"."name" AS "name", count(*) AS "count" FROM "person" "p" GROUP BY "p"."name"');
