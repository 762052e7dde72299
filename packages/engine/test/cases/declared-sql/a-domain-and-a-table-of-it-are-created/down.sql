-- Drop table t
-- losesData: The rows of t are gone.
-- breaksDeployedCode: Code that still maps t fails.
-- note: The way back makes t again without its rows.
DROP TABLE "public"."t";

-- Drop domain email
DROP DOMAIN "public"."email";
