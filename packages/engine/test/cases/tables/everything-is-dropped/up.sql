-- Take from TypeORM how the entities spelled big
DELETE FROM "public"."typeorm_metadata" WHERE "type" = 'VIEW' AND "database" IS NULL AND "schema" = 'public' AND "table" IS NULL AND "name" = 'big' AND "value" = 'SELECT id FROM widget WHERE "parentId" > 3';

-- Take from TypeORM how the entities spelled bigger
DELETE FROM "public"."typeorm_metadata" WHERE "type" = 'VIEW' AND "database" IS NULL AND "schema" = 'public' AND "table" IS NULL AND "name" = 'bigger' AND "value" = 'SELECT id FROM big';

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
