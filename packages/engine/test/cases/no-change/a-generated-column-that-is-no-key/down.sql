-- Drop table ticket
-- losesData: The rows of ticket are gone.
-- breaksDeployedCode: Code that still maps ticket fails.
-- note: The way back makes ticket again without its rows.
DROP TABLE "public"."ticket";

-- Remove extension uuid-ossp
DROP EXTENSION "uuid-ossp";
