-- Drop table order
-- losesData: The rows of order are gone.
-- breaksDeployedCode: Code that still maps order fails.
-- note: The way back makes order again without its rows.
DROP TABLE "public"."order";

-- Drop table offer
-- losesData: The rows of offer are gone.
-- breaksDeployedCode: Code that still maps offer fails.
-- note: The way back makes offer again without its rows.
DROP TABLE "public"."offer";

-- Drop enum status
DROP TYPE "public"."status";
