-- Drop foreign key FK_4a9b0fb08e8dd54911974b2e007 of booking
ALTER TABLE "public"."booking" DROP CONSTRAINT "FK_4a9b0fb08e8dd54911974b2e007";

-- Drop table seat
-- losesData: The rows of seat are gone.
-- breaksDeployedCode: Code that still maps seat fails.
-- note: The way back makes seat again without its rows.
DROP TABLE "public"."seat";

-- Drop table booking
-- losesData: The rows of booking are gone.
-- breaksDeployedCode: Code that still maps booking fails.
-- note: The way back makes booking again without its rows.
DROP TABLE "public"."booking";
