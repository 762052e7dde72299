-- Take from TypeORM how the entities spelled sample.whole
DELETE FROM "public"."typeorm_metadata" WHERE "type" IS NOT DISTINCT FROM 'GENERATED_COLUMN' AND "database" IS NOT DISTINCT FROM current_database() AND "schema" IS NOT DISTINCT FROM 'public' AND "table" IS NOT DISTINCT FROM 'sample' AND "name" IS NOT DISTINCT FROM 'whole' AND "value" IS NOT DISTINCT FROM '"first" || '' '' || "last"';

-- Take from TypeORM how the entities spelled sample.size
DELETE FROM "public"."typeorm_metadata" WHERE "type" IS NOT DISTINCT FROM 'GENERATED_COLUMN' AND "database" IS NOT DISTINCT FROM current_database() AND "schema" IS NOT DISTINCT FROM 'public' AND "table" IS NOT DISTINCT FROM 'sample' AND "name" IS NOT DISTINCT FROM 'size' AND "value" IS NOT DISTINCT FROM 'length("first")';

-- Drop TypeORM's table typeorm_metadata
DROP TABLE "public"."typeorm_metadata";

-- Drop table sample
-- losesData: The rows of sample are gone.
-- breaksDeployedCode: Code that still maps sample fails.
-- note: The way back makes sample again without its rows.
DROP TABLE "public"."sample";
