-- Drop foreign key FK_816502fb63121a392bf41f426f2 of person
ALTER TABLE "public"."person" DROP CONSTRAINT "FK_816502fb63121a392bf41f426f2";

-- Drop table person
-- losesData: The rows of person are gone.
-- breaksDeployedCode: Code that still maps person fails.
-- note: The way back makes person again without its rows.
DROP TABLE "public"."person";

-- Drop table passport
-- losesData: The rows of passport are gone.
-- breaksDeployedCode: Code that still maps passport fails.
-- note: The way back makes passport again without its rows.
DROP TABLE "public"."passport";

-- Remove extension uuid-ossp
DROP EXTENSION "uuid-ossp";
