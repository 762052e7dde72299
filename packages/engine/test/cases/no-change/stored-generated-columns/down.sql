-- Take from TypeORM how the entities spelled sample.whole
DELETE FROM "public"."typeorm_metadata" WHERE "type" = 'GENERATED_COLUMN' AND "schema" = 'public' AND "table" = 'sample' AND "name" = 'whole' AND "value" = '"first" || '' '' || "last"';

-- Take from TypeORM how the entities spelled sample.size
DELETE FROM "public"."typeorm_metadata" WHERE "type" = 'GENERATED_COLUMN' AND "schema" = 'public' AND "table" = 'sample' AND "name" = 'size' AND "value" = 'length("first")';

-- Drop TypeORM's table typeorm_metadata
DROP TABLE "public"."typeorm_metadata";

-- Drop table sample
-- losesData: The rows of sample are gone.
-- breaksDeployedCode: Code that still maps sample fails.
-- note: The way back makes sample again without its rows.
DROP TABLE "public"."sample";
