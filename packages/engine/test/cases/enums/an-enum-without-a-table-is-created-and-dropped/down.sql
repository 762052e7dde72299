-- Create enum old
CREATE TYPE "public"."old" AS ENUM ('a', 'b');

-- Drop enum new
DROP TYPE "public"."new";
