-- Drop table booking
-- losesData: The rows of booking are gone.
-- breaksDeployedCode: Code that still maps booking fails.
-- note: The way back makes booking again without its rows.
DROP TABLE "public"."booking";

-- Remove extension btree_gist
DROP EXTENSION "btree_gist";
