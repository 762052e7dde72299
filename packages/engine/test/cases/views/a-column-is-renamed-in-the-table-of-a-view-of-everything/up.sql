-- Rename column widget.name to title
-- breaksDeployedCode: Code that still says name fails.
ALTER TABLE "public"."widget" RENAME COLUMN "name" TO "title";

-- Drop view everything
DROP VIEW "public"."everything";

-- Create view everything
CREATE VIEW "public"."everything" AS
SELECT id,
    title,
    note
   FROM public.widget;
