-- Take from TypeORM how the entities spelled widget.b
DELETE FROM "public"."typeorm_metadata" WHERE "type" = 'GENERATED_COLUMN' AND "schema" = 'public' AND "table" = 'widget' AND "name" = 'b' AND "value" = 'length("a")';

-- Drop TypeORM's table typeorm_metadata
DROP TABLE "public"."typeorm_metadata";

-- Drop column widget.b
-- breaksDeployedCode: Code that still maps b fails on every find and insert.
ALTER TABLE "public"."widget" DROP COLUMN "b";
