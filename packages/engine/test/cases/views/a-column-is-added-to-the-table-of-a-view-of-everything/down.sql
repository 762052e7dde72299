-- Drop view small
DROP VIEW "public"."small";

-- Drop column widget.weight
-- losesData: The values of widget.weight are gone.
-- breaksDeployedCode: Code that still maps weight fails on every find and insert.
-- note: The way back makes widget.weight again without its values.
ALTER TABLE "public"."widget" DROP COLUMN "weight";

-- Create view small
CREATE VIEW "public"."small" AS
SELECT id,
    name,
    size
   FROM public.widget;
