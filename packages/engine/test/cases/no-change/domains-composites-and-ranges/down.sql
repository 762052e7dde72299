-- Drop table shop
-- losesData: The rows of shop are gone.
-- breaksDeployedCode: Code that still maps shop fails.
-- note: The way back makes shop again without its rows.
DROP TABLE "public"."shop";

-- Drop range type span
DROP TYPE "public"."span";

-- Drop type address
DROP TYPE "public"."address";

-- Drop domain email
DROP DOMAIN "public"."email";
