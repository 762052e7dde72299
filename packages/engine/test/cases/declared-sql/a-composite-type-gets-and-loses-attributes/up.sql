-- Add attribute zip to type address
ALTER TYPE "public"."address" ADD ATTRIBUTE "zip" text;

-- Drop attribute number of type address
-- note: The values of number are gone.
ALTER TYPE "public"."address" DROP ATTRIBUTE "number";
