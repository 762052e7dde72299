-- Rename column widget.firstName to first_name
-- breaksDeployedCode: Code that still says firstName fails.
ALTER TABLE "public"."widget" RENAME COLUMN "firstName" TO "first_name";
