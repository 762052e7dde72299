-- Drop table document
-- losesData: The rows of document are gone.
-- breaksDeployedCode: Code that still maps document fails.
-- note: The way back makes document again without its rows.
DROP TABLE "public"."document";
