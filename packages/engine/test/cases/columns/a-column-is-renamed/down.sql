-- Rename column widget.title to name
-- breaksDeployedCode: Code that still says title fails.
ALTER TABLE "public"."widget" RENAME COLUMN "title" TO "name";
