-- Create enum new
CREATE TYPE "public"."new" AS ENUM ('a');

-- Drop enum old
DROP TYPE "public"."old";
