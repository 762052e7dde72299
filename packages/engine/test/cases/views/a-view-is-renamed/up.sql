-- Rename view small to tiny
ALTER VIEW "public"."small" RENAME TO "tiny";

-- Take from TypeORM how the entities spelled small
DELETE FROM "public"."typeorm_metadata" WHERE "type" IS NOT DISTINCT FROM 'VIEW' AND "database" IS NOT DISTINCT FROM NULL AND "schema" IS NOT DISTINCT FROM 'public' AND "table" IS NOT DISTINCT FROM NULL AND "name" IS NOT DISTINCT FROM 'small' AND "value" IS NOT DISTINCT FROM 'SELECT id FROM widget';

-- Tell TypeORM how the entities spell tiny
INSERT INTO "public"."typeorm_metadata" ("type", "database", "schema", "table", "name", "value") VALUES ('VIEW', NULL, 'public', NULL, 'tiny', 'SELECT id FROM widget');
