-- Add attribute number to type address
ALTER TYPE "public"."address" ADD ATTRIBUTE "number" integer;

-- Drop attribute zip of type address
-- note: The values of zip are gone.
ALTER TYPE "public"."address" DROP ATTRIBUTE "zip";
