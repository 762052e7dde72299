-- Drop table Select Table
-- losesData: The rows of Select Table are gone.
-- breaksDeployedCode: Code that still maps Select Table fails.
-- note: The way back makes Select Table again without its rows.
DROP TABLE "public"."Select Table";

-- Drop enum Type Of All
DROP TYPE "public"."Type Of All";
