-- Take from TypeORM how the entities spelled big
DELETE FROM "public"."typeorm_metadata" WHERE "type" IS NOT DISTINCT FROM 'VIEW' AND "database" IS NOT DISTINCT FROM NULL AND "schema" IS NOT DISTINCT FROM 'public' AND "table" IS NOT DISTINCT FROM NULL AND "name" IS NOT DISTINCT FROM 'big' AND "value" IS NOT DISTINCT FROM 'SELECT id FROM widget WHERE "parentId" > 3';

-- Take from TypeORM how the entities spelled bigger
DELETE FROM "public"."typeorm_metadata" WHERE "type" IS NOT DISTINCT FROM 'VIEW' AND "database" IS NOT DISTINCT FROM NULL AND "schema" IS NOT DISTINCT FROM 'public' AND "table" IS NOT DISTINCT FROM NULL AND "name" IS NOT DISTINCT FROM 'bigger' AND "value" IS NOT DISTINCT FROM 'SELECT id FROM big';

-- Drop view bigger
DROP VIEW "public"."bigger";

-- Drop view big
DROP VIEW "public"."big";

-- Drop table widget
-- losesData: The rows of widget are gone.
-- breaksDeployedCode: Code that still maps widget fails.
-- note: The way back makes widget again without its rows.
DROP TABLE "public"."widget";

-- Drop enum widget_kind_enum
DROP TYPE "public"."widget_kind_enum";

-- Drop TypeORM's table typeorm_metadata
DROP TABLE "public"."typeorm_metadata";
