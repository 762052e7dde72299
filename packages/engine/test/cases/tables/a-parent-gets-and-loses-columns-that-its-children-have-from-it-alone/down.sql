-- Add column parent.b
ALTER TABLE "public"."parent" ADD COLUMN "b" integer;

-- Drop column parent.d
-- losesData: The values of parent.d are gone.
-- breaksDeployedCode: Code that still maps d fails on every find and insert.
-- note: The way back makes parent.d again without its values.
ALTER TABLE "public"."parent" DROP COLUMN "d";
