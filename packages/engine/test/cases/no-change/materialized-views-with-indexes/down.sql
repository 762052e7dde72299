-- Take from TypeORM how the entities spelled loud_person
DELETE FROM "public"."typeorm_metadata" WHERE "type" IS NOT DISTINCT FROM 'MATERIALIZED_VIEW' AND "database" IS NOT DISTINCT FROM NULL AND "schema" IS NOT DISTINCT FROM 'public' AND "table" IS NOT DISTINCT FROM NULL AND "name" IS NOT DISTINCT FROM 'loud_person' AND "value" IS NOT DISTINCT FROM 'SELECT id, upper(name) AS loud FROM person';

-- Drop TypeORM's table typeorm_metadata
DROP TABLE "public"."typeorm_metadata";

-- Drop materialized view loud_person
DROP MATERIALIZED VIEW "public"."loud_person";

-- Drop table person
-- losesData: The rows of person are gone.
-- breaksDeployedCode: Code that still maps person fails.
-- note: The way back makes person again without its rows.
DROP TABLE "public"."person";
