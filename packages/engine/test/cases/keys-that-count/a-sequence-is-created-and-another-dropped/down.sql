-- Create sequence old
CREATE SEQUENCE "public"."old";

-- Drop sequence new
-- note: Where new had counted to is gone.
DROP SEQUENCE "public"."new";
