-- Drop table say "hi"
-- losesData: The rows of say "hi" are gone.
-- breaksDeployedCode: Code that still maps say "hi" fails.
-- note: The way back makes say "hi" again without its rows.
DROP TABLE "public"."say ""hi""";

-- Drop enum ty"pe
DROP TYPE "public"."ty""pe";
