-- Drop index spatial of person
DROP INDEX "public"."spatial";

-- Drop index inverted of person
DROP INDEX "public"."inverted";

-- Drop index hashed of person
DROP INDEX "public"."hashed";

-- Drop index blocks of person
DROP INDEX "public"."blocks";

-- Drop table person
-- losesData: The rows of person are gone.
-- breaksDeployedCode: Code that still maps person fails.
-- note: The way back makes person again without its rows.
DROP TABLE "public"."person";
