-- Drop table log
-- losesData: The rows of log are gone.
-- breaksDeployedCode: Code that still maps log fails.
-- note: The way back makes log again without its rows.
DROP TABLE "public"."log";

-- Drop table cache
-- losesData: The rows of cache are gone.
-- breaksDeployedCode: Code that still maps cache fails.
-- note: The way back makes cache again without its rows.
DROP TABLE "public"."cache";
