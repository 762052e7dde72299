-- Drop table sample
-- losesData: The rows of sample are gone.
-- breaksDeployedCode: Code that still maps sample fails.
-- note: The way back makes sample again without its rows.
DROP TABLE "public"."sample";

-- Remove extension ltree
DROP EXTENSION "ltree";

-- Remove extension hstore
DROP EXTENSION "hstore";

-- Remove extension cube
DROP EXTENSION "cube";

-- Remove extension citext
DROP EXTENSION "citext";
