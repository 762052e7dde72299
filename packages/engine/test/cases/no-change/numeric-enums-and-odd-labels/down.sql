-- Drop table lamp
-- losesData: The rows of lamp are gone.
-- breaksDeployedCode: Code that still maps lamp fails.
-- note: The way back makes lamp again without its rows.
DROP TABLE "public"."lamp";

-- Drop enum lamp_odd_enum
DROP TYPE "public"."lamp_odd_enum";

-- Drop enum lamp_level_enum
DROP TYPE "public"."lamp_level_enum";
