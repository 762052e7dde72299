-- Drop table content
-- losesData: The rows of content are gone.
-- breaksDeployedCode: Code that still maps content fails.
-- note: The way back makes content again without its rows.
DROP TABLE "public"."content";
