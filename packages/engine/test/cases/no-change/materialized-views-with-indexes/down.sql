-- Take from TypeORM how the entities spelled loud_person
DELETE FROM "public"."typeorm_metadata" WHERE "type" = 'MATERIALIZED_VIEW' AND "database" IS NULL AND "schema" = 'public' AND "table" IS NULL AND "name" = 'loud_person' AND "value" = 'SELECT id, upper(name) AS loud FROM person';

-- Drop TypeORM's table typeorm_metadata
DROP TABLE "public"."typeorm_metadata";

-- Drop materialized view loud_person
DROP MATERIALIZED VIEW "public"."loud_person";

-- Drop table person
-- losesData: The rows of person are gone.
-- breaksDeployedCode: Code that still maps person fails.
-- note: The way back makes person again without its rows.
DROP TABLE "public"."person";
