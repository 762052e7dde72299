-- Drop foreign key tenant of guest
ALTER TABLE "public"."guest" DROP CONSTRAINT "tenant";

-- Drop table tenant
-- losesData: The rows of tenant are gone.
-- breaksDeployedCode: Code that still maps tenant fails.
-- note: The way back makes tenant again without its rows.
DROP TABLE "public"."tenant";

-- Drop table guest
-- losesData: The rows of guest are gone.
-- breaksDeployedCode: Code that still maps guest fails.
-- note: The way back makes guest again without its rows.
DROP TABLE "public"."guest";
