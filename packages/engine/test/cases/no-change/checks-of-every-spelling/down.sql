-- Drop table product
-- losesData: The rows of product are gone.
-- breaksDeployedCode: Code that still maps product fails.
-- note: The way back makes product again without its rows.
DROP TABLE "public"."product";
