-- Drop column widget.mail
-- losesData: The values of widget.mail are gone.
-- breaksDeployedCode: Code that still maps mail fails on every find and insert.
-- note: The way back makes widget.mail again without its values.
ALTER TABLE "public"."widget" DROP COLUMN "mail";

-- Remove extension citext
DROP EXTENSION "citext";
