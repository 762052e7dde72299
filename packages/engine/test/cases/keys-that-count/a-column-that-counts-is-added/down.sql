-- Drop column widget.number
-- losesData: The values of widget.number are gone.
-- breaksDeployedCode: Code that still maps number fails on every find and insert.
-- note: The way back makes widget.number again without its values.
ALTER TABLE "public"."widget" DROP COLUMN "number";
