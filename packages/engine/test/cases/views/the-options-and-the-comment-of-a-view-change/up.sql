-- Drop view v
DROP VIEW "public"."v";

-- Create view v
CREATE VIEW "public"."v" WITH (check_option=cascaded, security_barrier=true) AS
SELECT id,
    name,
    size
   FROM public.widget
  WHERE (size > 1);

-- Set the default of v.name
ALTER VIEW "public"."v" ALTER COLUMN "name" SET DEFAULT 'x'::text;

-- Comment on view v
COMMENT ON VIEW "public"."v" IS 'new';
