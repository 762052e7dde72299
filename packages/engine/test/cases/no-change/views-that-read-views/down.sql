-- Take from TypeORM how the entities spelled name_count
DELETE FROM "public"."typeorm_metadata" WHERE "type" IS NOT DISTINCT FROM 'VIEW' AND "database" IS NOT DISTINCT FROM NULL AND "schema" IS NOT DISTINCT FROM 'public' AND "table" IS NOT DISTINCT FROM NULL AND "name" IS NOT DISTINCT FROM 'name_count' AND "value" IS NOT DISTINCT FROM 'SELECT "p"."name" AS "name", count(*) AS "count" FROM "person" "p" GROUP BY "p"."name"';

-- Take from TypeORM how the entities spelled grown
DELETE FROM "public"."typeorm_metadata" WHERE "type" IS NOT DISTINCT FROM 'VIEW' AND "database" IS NOT DISTINCT FROM NULL AND "schema" IS NOT DISTINCT FROM 'public' AND "table" IS NOT DISTINCT FROM NULL AND "name" IS NOT DISTINCT FROM 'grown' AND "value" IS NOT DISTINCT FROM 'SELECT * FROM person WHERE id > 18';

-- Take from TypeORM how the entities spelled adult
DELETE FROM "public"."typeorm_metadata" WHERE "type" IS NOT DISTINCT FROM 'VIEW' AND "database" IS NOT DISTINCT FROM NULL AND "schema" IS NOT DISTINCT FROM 'public' AND "table" IS NOT DISTINCT FROM NULL AND "name" IS NOT DISTINCT FROM 'adult' AND "value" IS NOT DISTINCT FROM 'SELECT id, name FROM grown';

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
