-- Drop view small
DROP VIEW "public"."small";

-- Add column widget.weight
ALTER TABLE "public"."widget" ADD COLUMN "weight" integer;

-- Create view small
CREATE VIEW "public"."small" AS
SELECT id,
    name,
    size,
    weight
   FROM public.widget;
