-- Take from TypeORM how the entities spelled name_count
DELETE FROM "public"."typeorm_metadata" WHERE "type" = 'VIEW' AND "database" IS NULL AND "schema" = 'public' AND "table" IS NULL AND "name" = 'name_count' AND "value" = 'SELECT "p"."name" AS "name", count(*) AS "count" FROM "person" "p" GROUP BY "p"."name"';

-- Take from TypeORM how the entities spelled grown
DELETE FROM "public"."typeorm_metadata" WHERE "type" = 'VIEW' AND "database" IS NULL AND "schema" = 'public' AND "table" IS NULL AND "name" = 'grown' AND "value" = 'SELECT * FROM person WHERE id > 18';

-- Take from TypeORM how the entities spelled adult
DELETE FROM "public"."typeorm_metadata" WHERE "type" = 'VIEW' AND "database" IS NULL AND "schema" = 'public' AND "table" IS NULL AND "name" = 'adult' AND "value" = 'SELECT id, name FROM grown';

-- Drop TypeORM's table typeorm_metadata
DROP TABLE "public"."typeorm_metadata";

-- Drop view name_count
DROP VIEW "public"."name_count";

-- Drop view adult
DROP VIEW "public"."adult";

-- Drop view grown
DROP VIEW "public"."grown";

-- Drop table person
-- losesData: The rows of person are gone.
-- breaksDeployedCode: Code that still maps person fails.
-- note: The way back makes person again without its rows.
DROP TABLE "public"."person";
