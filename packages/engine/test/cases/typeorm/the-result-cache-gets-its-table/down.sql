-- Drop table query-result-cache
-- losesData: The rows of query-result-cache are gone.
-- breaksDeployedCode: Code that still maps query-result-cache fails.
-- note: The way back makes query-result-cache again without its rows.
DROP TABLE "public"."query-result-cache";
