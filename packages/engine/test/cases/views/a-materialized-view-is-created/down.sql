-- Take from TypeORM how the entities spelled small
DELETE FROM "public"."typeorm_metadata" WHERE "type" = 'MATERIALIZED_VIEW' AND "database" IS NULL AND "schema" = 'public' AND "table" IS NULL AND "name" = 'small' AND "value" = 'SELECT id FROM widget';

-- Drop TypeORM's table typeorm_metadata
DROP TABLE "public"."typeorm_metadata";

-- Drop materialized view small
DROP MATERIALIZED VIEW "public"."small";
