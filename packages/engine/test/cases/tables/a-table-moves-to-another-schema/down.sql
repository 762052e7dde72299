-- Create schema old
CREATE SCHEMA "old";

-- Move table new.widget to schema old
-- breaksDeployedCode: Code that still says new.widget fails.
ALTER TABLE "new"."widget" SET SCHEMA "old";

-- Drop schema new
DROP SCHEMA "new";
