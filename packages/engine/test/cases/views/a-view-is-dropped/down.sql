-- Create TypeORM's table typeorm_metadata
CREATE TABLE "public"."typeorm_metadata" (
  "type" character varying NOT NULL,
  "database" character varying,
  "schema" character varying,
  "table" character varying,
  "name" character varying,
  "value" text
);

-- Create view small
CREATE VIEW "public"."small" AS
SELECT id
   FROM public.widget
  WHERE (size < 10);

-- Tell TypeORM how the entities spell small
INSERT INTO "public"."typeorm_metadata" ("type", "database", "schema", "table", "name", "value") VALUES ('VIEW', NULL, 'public', NULL, 'small', 'SELECT id FROM widget WHERE size < 10');
