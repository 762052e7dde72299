-- Take from TypeORM how the entities spelled small
DELETE FROM "public"."typeorm_metadata" WHERE "type" IS NOT DISTINCT FROM 'VIEW' AND "database" IS NOT DISTINCT FROM NULL AND "schema" IS NOT DISTINCT FROM 'public' AND "table" IS NOT DISTINCT FROM NULL AND "name" IS NOT DISTINCT FROM 'small' AND "value" IS NOT DISTINCT FROM 'SELECT id, title AS name FROM widget';

-- Tell TypeORM how the entities spell small
INSERT INTO "public"."typeorm_metadata" ("type", "database", "schema", "table", "name", "value") VALUES ('VIEW', NULL, 'public', NULL, 'small', 'SELECT id, name FROM widget');

-- Rename column widget.title to name
-- breaksDeployedCode: Code that still says title fails.
ALTER TABLE "public"."widget" RENAME COLUMN "title" TO "name";
