-- Drop view v
DROP VIEW "public"."v";

-- Create view v
CREATE VIEW "public"."v" AS
SELECT id,
    name,
    size
   FROM public.widget
  WHERE (size > 1);

-- Comment on view v
COMMENT ON VIEW "public"."v" IS 'old';
