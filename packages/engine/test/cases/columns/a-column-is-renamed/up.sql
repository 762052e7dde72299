-- Rename column widget.name to title
-- breaksDeployedCode: Code that still says name fails.
ALTER TABLE "public"."widget" RENAME COLUMN "name" TO "title";
