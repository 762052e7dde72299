-- Untie sequence owned from its column
ALTER SEQUENCE "public"."owned" OWNED BY NONE;

-- Drop table ticket
-- losesData: The rows of ticket are gone.
-- breaksDeployedCode: Code that still maps ticket fails.
-- note: The way back makes ticket again without its rows.
DROP TABLE "public"."ticket";

-- Drop sequence plain
-- note: Where plain had counted to is gone.
DROP SEQUENCE "public"."plain";

-- Drop sequence owned
-- note: Where owned had counted to is gone.
DROP SEQUENCE "public"."owned";

-- Drop sequence odd
-- note: Where odd had counted to is gone.
DROP SEQUENCE "public"."odd";
