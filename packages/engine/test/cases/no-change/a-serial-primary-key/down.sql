-- Drop table thing
-- losesData: The rows of thing are gone.
-- breaksDeployedCode: Code that still maps thing fails.
-- note: The way back makes thing again without its rows.
DROP TABLE "public"."thing";

-- Drop table place
-- losesData: The rows of place are gone.
-- breaksDeployedCode: Code that still maps place fails.
-- note: The way back makes place again without its rows.
DROP TABLE "public"."place";

-- Drop table person
-- losesData: The rows of person are gone.
-- breaksDeployedCode: Code that still maps person fails.
-- note: The way back makes person again without its rows.
DROP TABLE "public"."person";
