-- Drop column widget.color
-- losesData: The values of widget.color are gone.
-- breaksDeployedCode: Code that still maps color fails on every find and insert.
-- note: The way back makes widget.color again without its values.
ALTER TABLE "public"."widget" DROP COLUMN "color";
