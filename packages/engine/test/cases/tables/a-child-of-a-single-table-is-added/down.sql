-- Drop column content.length
-- losesData: The values of content.length are gone.
-- breaksDeployedCode: Code that still maps length fails on every find and insert.
-- note: The way back makes content.length again without its values.
ALTER TABLE "public"."content" DROP COLUMN "length";
