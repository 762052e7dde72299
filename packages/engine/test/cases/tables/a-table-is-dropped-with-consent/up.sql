-- Drop table gadget
-- losesData: The rows of gadget are gone.
-- breaksDeployedCode: Code that still maps gadget fails.
-- note: The way back makes gadget again without its rows.
DROP TABLE "public"."gadget";
