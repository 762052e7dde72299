-- Drop column widget.size
-- losesData: The values of widget.size are gone.
-- breaksDeployedCode: Code that still maps size fails on every find and insert.
-- note: The way back makes widget.size again only where widget has no rows.
ALTER TABLE "public"."widget" DROP COLUMN "size";
