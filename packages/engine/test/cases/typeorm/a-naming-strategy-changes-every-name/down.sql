-- Rename column widget.first_name to firstName
-- breaksDeployedCode: Code that still says first_name fails.
ALTER TABLE "public"."widget" RENAME COLUMN "first_name" TO "firstName";
