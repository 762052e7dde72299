-- Drop table seat
-- losesData: The rows of seat are gone.
-- breaksDeployedCode: Code that still maps seat fails.
-- note: The way back makes seat again without its rows.
DROP TABLE "public"."seat";

-- Drop table ride
-- losesData: The rows of ride are gone.
-- breaksDeployedCode: Code that still maps ride fails.
-- note: The way back makes ride again without its rows.
DROP TABLE "public"."ride";
