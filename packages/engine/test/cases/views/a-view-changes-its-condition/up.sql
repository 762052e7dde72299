-- Take from TypeORM how the entities spelled small
DELETE FROM "public"."typeorm_metadata" WHERE "type" = 'VIEW' AND "database" IS NULL AND "schema" = 'public' AND "table" IS NULL AND "name" = 'small' AND "value" = 'SELECT id FROM widget WHERE size < 10';

-- Replace view small
CREATE OR REPLACE VIEW "public"."small" AS
SELECT id
   FROM public.widget
  WHERE (size < 30);

-- Tell TypeORM how the entities spell small
INSERT INTO "public"."typeorm_metadata" ("type", "database", "schema", "table", "name", "value") VALUES ('VIEW', NULL, 'public', NULL, 'small', 'SELECT id FROM widget WHERE size < 30');
