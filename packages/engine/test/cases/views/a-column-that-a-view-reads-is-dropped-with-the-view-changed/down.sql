-- Add column widget.size
ALTER TABLE "public"."widget" ADD COLUMN "size" integer;

-- Give the rows that are there a size
-- blocksReads: Every row of widget is written: nobody can read or write it meanwhile.
-- mayFail: Fails if the value cannot be computed for a row of widget, or a constraint refuses it.
UPDATE "public"."widget" SET "size" = 0 WHERE "size" IS NULL;

-- Forbid NULL in widget.size
ALTER TABLE "public"."widget" ALTER COLUMN "size" SET NOT NULL;

-- Take from TypeORM how the entities spelled small
DELETE FROM "public"."typeorm_metadata" WHERE "type" = 'VIEW' AND "database" IS NULL AND "schema" = 'public' AND "table" IS NULL AND "name" = 'small' AND "value" = 'SELECT id FROM widget';

-- Replace view small
CREATE OR REPLACE VIEW "public"."small" AS
SELECT id
   FROM public.widget
  WHERE (size < 10);

-- Tell TypeORM how the entities spell small
INSERT INTO "public"."typeorm_metadata" ("type", "database", "schema", "table", "name", "value") VALUES ('VIEW', NULL, 'public', NULL, 'small', 'SELECT id FROM widget WHERE size < 10');
