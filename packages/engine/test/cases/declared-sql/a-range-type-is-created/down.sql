-- Drop table t
-- losesData: The rows of t are gone.
-- breaksDeployedCode: Code that still maps t fails.
-- note: The way back makes t again without its rows.
DROP TABLE "public"."t";

-- Drop range type span
DROP TYPE "public"."span";
