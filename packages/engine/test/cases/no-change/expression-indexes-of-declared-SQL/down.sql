-- Drop index lower_name of person
DROP INDEX "public"."lower_name";

-- Drop index lower_email of person
DROP INDEX "public"."lower_email";

-- Drop index concat_name of person
DROP INDEX "public"."concat_name";

-- Drop table person
-- losesData: The rows of person are gone.
-- breaksDeployedCode: Code that still maps person fails.
-- note: The way back makes person again without its rows.
DROP TABLE "public"."person";
