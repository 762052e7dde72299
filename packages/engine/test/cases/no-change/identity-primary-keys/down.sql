-- Drop table by_default
-- losesData: The rows of by_default are gone.
-- breaksDeployedCode: Code that still maps by_default fails.
-- note: The way back makes by_default again without its rows.
DROP TABLE "public"."by_default";

-- Drop table always
-- losesData: The rows of always are gone.
-- breaksDeployedCode: Code that still maps always fails.
-- note: The way back makes always again without its rows.
DROP TABLE "public"."always";
