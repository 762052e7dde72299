-- Create table sample
CREATE TABLE "public"."sample" (
  "id" integer NOT NULL,
  "first" text NOT NULL,
  "last" text NOT NULL,
  "whole" text GENERATED ALWAYS AS (((first || ' '::text) || last)) STORED NOT NULL,
  "size" integer GENERATED ALWAYS AS (length(first)) STORED,
  CONSTRAINT "sample_pk" PRIMARY KEY (id)
);

-- Create TypeORM's table typeorm_metadata
CREATE TABLE "public"."typeorm_metadata" (
  "type" character varying NOT NULL,
  "database" character varying,
  "schema" character varying,
  "table" character varying,
  "name" character varying,
  "value" text
);

-- Tell TypeORM how the entities spell sample.size
INSERT INTO "public"."typeorm_metadata" ("type", "database", "schema", "table", "name", "value") VALUES ('GENERATED_COLUMN', current_database(), 'public', 'sample', 'size', 'length("first")');

-- Tell TypeORM how the entities spell sample.whole
INSERT INTO "public"."typeorm_metadata" ("type", "database", "schema", "table", "name", "value") VALUES ('GENERATED_COLUMN', current_database(), 'public', 'sample', 'whole', '"first" || '' '' || "last"');
