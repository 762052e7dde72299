-- Drop table sample
-- losesData: The rows of sample are gone.
-- breaksDeployedCode: Code that still maps sample fails.
-- note: The way back makes sample again without its rows.
DROP TABLE "public"."sample";
