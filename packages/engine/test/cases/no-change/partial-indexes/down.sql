-- Drop index living of person
DROP INDEX "public"."living";

-- Drop index listed of person
DROP INDEX "public"."listed";

-- Drop index adults of person
DROP INDEX "public"."adults";

-- Drop table person
-- losesData: The rows of person are gone.
-- breaksDeployedCode: Code that still maps person fails.
-- note: The way back makes person again without its rows.
DROP TABLE "public"."person";
