-- Take from TypeORM how the entities spelled widget.b
DELETE FROM "public"."typeorm_metadata" WHERE "type" IS NOT DISTINCT FROM 'GENERATED_COLUMN' AND "database" IS NOT DISTINCT FROM current_database() AND "schema" IS NOT DISTINCT FROM 'public' AND "table" IS NOT DISTINCT FROM 'widget' AND "name" IS NOT DISTINCT FROM 'b' AND "value" IS NOT DISTINCT FROM 'length("a")';

-- Drop column widget.b
-- breaksDeployedCode: Code that still maps b fails on every find and insert.
ALTER TABLE "public"."widget" DROP COLUMN "b";

-- Drop TypeORM's table typeorm_metadata
DROP TABLE "public"."typeorm_metadata";
