-- Take from TypeORM how the entities spelled small
DELETE FROM "public"."typeorm_metadata" WHERE "type" = 'VIEW' AND "database" IS NULL AND "schema" = 'public' AND "table" IS NULL AND "name" = 'small' AND "value" = 'SELECT id FROM widget WHERE size < 10';

-- Drop TypeORM's table typeorm_metadata
DROP TABLE "public"."typeorm_metadata";

-- Drop view small
DROP VIEW "public"."small";
