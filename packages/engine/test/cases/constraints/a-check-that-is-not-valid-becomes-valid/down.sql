-- Drop check c of t
ALTER TABLE "public"."t" DROP CONSTRAINT "c";

-- Add check c to t
ALTER TABLE "public"."t" ADD CONSTRAINT "c" CHECK ((a > 0)) NOT VALID;
