-- Drop column parent.c
-- losesData: The values of parent.c are gone.
-- breaksDeployedCode: Code that still maps c fails on every find and insert.
-- note: The way back makes parent.c again without its values.
ALTER TABLE "public"."parent" DROP COLUMN "c";
