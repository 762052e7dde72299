-- Add column parent.d
ALTER TABLE "public"."parent" ADD COLUMN "d" integer;

-- Drop column parent.b
-- losesData: The values of parent.b are gone.
-- breaksDeployedCode: Code that still maps b fails on every find and insert.
-- note: The way back makes parent.b again without its values.
ALTER TABLE "public"."parent" DROP COLUMN "b";
