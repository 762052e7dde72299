-- Drop check unseen of person
ALTER TABLE "public"."person" DROP CONSTRAINT "unseen";

-- Drop foreign key boss of person
ALTER TABLE "public"."person" DROP CONSTRAINT "boss";

-- Drop table person
-- losesData: The rows of person are gone.
-- breaksDeployedCode: Code that still maps person fails.
-- note: The way back makes person again without its rows.
DROP TABLE "public"."person";
