-- Take from TypeORM how the entities spelled widget.b
DELETE FROM "public"."typeorm_metadata" WHERE "type" = 'GENERATED_COLUMN' AND "schema" = 'public' AND "table" = 'widget' AND "name" = 'b' AND "value" = 'length("a")';

-- Make widget.b an ordinary column
ALTER TABLE "public"."widget" ALTER COLUMN "b" DROP EXPRESSION;

-- Drop TypeORM's table typeorm_metadata
DROP TABLE "public"."typeorm_metadata";
