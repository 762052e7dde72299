-- Drop table event_rest
-- losesData: The rows of event_rest are gone.
-- breaksDeployedCode: Code that still maps event_rest fails.
-- note: The way back makes event_rest again without its rows.
DROP TABLE "public"."event_rest";

-- Drop table event_2020
-- losesData: The rows of event_2020 are gone.
-- breaksDeployedCode: Code that still maps event_2020 fails.
-- note: The way back makes event_2020 again without its rows.
DROP TABLE "public"."event_2020";

-- Drop table event
-- losesData: The rows of event are gone.
-- breaksDeployedCode: Code that still maps event fails.
-- note: The way back makes event again without its rows.
DROP TABLE "public"."event";
