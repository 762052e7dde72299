-- Create schema new
CREATE SCHEMA "new";

-- Move table old.widget to schema new
-- breaksDeployedCode: Code that still says old.widget fails.
ALTER TABLE "old"."widget" SET SCHEMA "new";

-- Drop schema old
DROP SCHEMA "old";
