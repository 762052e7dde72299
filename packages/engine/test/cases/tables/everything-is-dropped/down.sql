-- Create TypeORM's table typeorm_metadata
CREATE TABLE "public"."typeorm_metadata" (
  "type" character varying NOT NULL,
  "database" character varying,
  "schema" character varying,
  "table" character varying,
  "name" character varying,
  "value" text
);

-- Create enum widget_kind_enum
CREATE TYPE "public"."widget_kind_enum" AS ENUM ('a', 'b');

-- Create table widget
CREATE TABLE "public"."widget" (
  "id" serial NOT NULL,
  "name" text NOT NULL,
  "kind" public.widget_kind_enum DEFAULT 'a'::public.widget_kind_enum NOT NULL,
  "parentId" integer,
  CONSTRAINT "PK_feb5fda4f8d30bbe0022f4ca804" PRIMARY KEY (id),
  CONSTRAINT "UQ_d558f9ee7416adf28fc90e30ae8" UNIQUE (name)
);

-- Create index IDX_d558f9ee7416adf28fc90e30ae on widget
CREATE INDEX "IDX_d558f9ee7416adf28fc90e30ae" ON "public"."widget" ("name");

-- Add foreign key FK_8b076daaffe7139a1f342e4731e to widget
ALTER TABLE "public"."widget" ADD CONSTRAINT "FK_8b076daaffe7139a1f342e4731e" FOREIGN KEY ("parentId") REFERENCES public.widget(id);

-- Create view big
CREATE VIEW "public"."big" AS
SELECT id
   FROM public.widget
  WHERE ("parentId" > 3);

-- Create view bigger
CREATE VIEW "public"."bigger" AS
SELECT id
   FROM public.big;

-- Tell TypeORM how the entities spell bigger
INSERT INTO "public"."typeorm_metadata" ("type", "database", "schema", "table", "name", "value") VALUES ('VIEW', NULL, 'public', NULL, 'bigger', 'SELECT id FROM big');

-- Tell TypeORM how the entities spell big
INSERT INTO "public"."typeorm_metadata" ("type", "database", "schema", "table", "name", "value") VALUES ('VIEW', NULL, 'public', NULL, 'big', 'SELECT id FROM widget WHERE "parentId" > 3');
