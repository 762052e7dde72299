-- Drop column widget.updatedAt
-- losesData: The values of widget.updatedAt are gone.
-- breaksDeployedCode: Code that still maps updatedAt fails on every find and insert.
-- note: The way back makes widget.updatedAt again without its values.
ALTER TABLE "public"."widget" DROP COLUMN "updatedAt";

-- Drop column widget.version
-- losesData: The values of widget.version are gone.
-- breaksDeployedCode: Code that still maps version fails on every find and insert.
-- note: The way back makes widget.version again without its values.
ALTER TABLE "public"."widget" DROP COLUMN "version";

-- Drop column widget.deletedAt
-- losesData: The values of widget.deletedAt are gone.
-- breaksDeployedCode: Code that still maps deletedAt fails on every find and insert.
-- note: The way back makes widget.deletedAt again without its values.
ALTER TABLE "public"."widget" DROP COLUMN "deletedAt";
