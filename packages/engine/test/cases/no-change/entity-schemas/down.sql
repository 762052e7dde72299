-- Drop table people
-- losesData: The rows of people are gone.
-- breaksDeployedCode: Code that still maps people fails.
-- note: The way back makes people again without its rows.
DROP TABLE "public"."people";
