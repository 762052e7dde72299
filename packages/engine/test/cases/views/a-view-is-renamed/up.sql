-- Rename view small to tiny
ALTER VIEW "public"."small" RENAME TO "tiny";

-- Take from TypeORM how the entities spelled small
DELETE FROM "public"."typeorm_metadata" WHERE "type" = 'VIEW' AND "database" IS NULL AND "schema" = 'public' AND "table" IS NULL AND "name" = 'small' AND "value" = 'SELECT id FROM widget';

-- Tell TypeORM how the entities spell tiny
INSERT INTO "public"."typeorm_metadata" ("type", "database", "schema", "table", "name", "value") VALUES ('VIEW', NULL, 'public', NULL, 'tiny', 'SELECT id FROM widget');
