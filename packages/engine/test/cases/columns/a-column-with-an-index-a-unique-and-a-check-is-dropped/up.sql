-- Drop index by_color of widget
DROP INDEX "public"."by_color";

-- Drop check colored of widget
ALTER TABLE "public"."widget" DROP CONSTRAINT "colored";

-- Drop unique constraint one_color of widget
ALTER TABLE "public"."widget" DROP CONSTRAINT "one_color";

-- Drop column widget.color
-- losesData: The values of widget.color are gone.
-- breaksDeployedCode: Code that still maps color fails on every find and insert.
-- note: The way back makes widget.color again only where widget has no rows.
ALTER TABLE "public"."widget" DROP COLUMN "color";
