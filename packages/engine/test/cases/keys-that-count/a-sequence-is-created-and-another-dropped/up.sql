-- Create sequence new
CREATE SEQUENCE "public"."new";

-- Drop sequence old
-- note: Where old had counted to is gone.
DROP SEQUENCE "public"."old";
