-- Drop table event_2021
-- losesData: The rows of event_2021 are gone.
-- breaksDeployedCode: Code that still maps event_2021 fails.
-- note: The way back makes event_2021 again without its rows.
DROP TABLE "public"."event_2021";
