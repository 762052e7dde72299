-- Take from TypeORM how the entities spelled tiny
DELETE FROM "public"."typeorm_metadata" WHERE "type" IS NOT DISTINCT FROM 'VIEW' AND "database" IS NOT DISTINCT FROM NULL AND "schema" IS NOT DISTINCT FROM 'public' AND "table" IS NOT DISTINCT FROM NULL AND "name" IS NOT DISTINCT FROM 'tiny' AND "value" IS NOT DISTINCT FROM 'SELECT id FROM widget';

-- Tell TypeORM how the entities spell small
INSERT INTO "public"."typeorm_metadata" ("type", "database", "schema", "table", "name", "value") VALUES ('VIEW', NULL, 'public', NULL, 'small', 'SELECT id FROM widget');

-- Rename view tiny to small
ALTER VIEW "public"."tiny" RENAME TO "small";
