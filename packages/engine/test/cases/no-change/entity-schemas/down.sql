-- Drop index by_name of people
DROP INDEX "public"."by_name";

-- Drop table people
-- losesData: The rows of people are gone.
-- breaksDeployedCode: Code that still maps people fails.
-- note: The way back makes people again without its rows.
DROP TABLE "public"."people";
