-- Take from TypeORM how the entities spelled small
DELETE FROM "public"."typeorm_metadata" WHERE "type" IS NOT DISTINCT FROM 'MATERIALIZED_VIEW' AND "database" IS NOT DISTINCT FROM NULL AND "schema" IS NOT DISTINCT FROM 'public' AND "table" IS NOT DISTINCT FROM NULL AND "name" IS NOT DISTINCT FROM 'small' AND "value" IS NOT DISTINCT FROM 'SELECT id FROM widget';

-- Drop TypeORM's table typeorm_metadata
DROP TABLE "public"."typeorm_metadata";

-- Drop materialized view small
DROP MATERIALIZED VIEW "public"."small";
