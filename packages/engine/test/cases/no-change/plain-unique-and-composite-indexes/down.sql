-- Drop index by_last_alone of person
DROP INDEX "public"."by_last_alone";

-- Drop index by last of person
DROP INDEX "public"."by last";

-- Drop index IDX_e3cbc78d0957fc1719fc8f96a9 of person
DROP INDEX "public"."IDX_e3cbc78d0957fc1719fc8f96a9";

-- Drop index IDX_ada69a764450d63ccddeba99c3 of person
DROP INDEX "public"."IDX_ada69a764450d63ccddeba99c3";

-- Drop table person
-- losesData: The rows of person are gone.
-- breaksDeployedCode: Code that still maps person fails.
-- note: The way back makes person again without its rows.
DROP TABLE "public"."person";
