-- Drop view everything
DROP VIEW "public"."everything";

-- Create view everything
CREATE VIEW "public"."everything" AS
SELECT id,
    title AS name,
    note
   FROM public.widget;

-- Rename column widget.title to name
-- breaksDeployedCode: Code that still says title fails.
ALTER TABLE "public"."widget" RENAME COLUMN "title" TO "name";
