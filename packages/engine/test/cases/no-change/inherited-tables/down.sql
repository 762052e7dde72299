-- Drop table bird
-- losesData: The rows of bird are gone.
-- breaksDeployedCode: Code that still maps bird fails.
-- note: The way back makes bird again without its rows.
DROP TABLE "public"."bird";

-- Drop table animal
-- losesData: The rows of animal are gone.
-- breaksDeployedCode: Code that still maps animal fails.
-- note: The way back makes animal again without its rows.
DROP TABLE "public"."animal";
