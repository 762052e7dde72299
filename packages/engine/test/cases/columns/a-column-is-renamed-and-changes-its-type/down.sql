-- Change the type of widget.title from character varying(50) to text
ALTER TABLE "public"."widget" ALTER COLUMN "title" TYPE text;

-- Rename column widget.title to name
-- breaksDeployedCode: Code that still says title fails.
ALTER TABLE "public"."widget" RENAME COLUMN "title" TO "name";
