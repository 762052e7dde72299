-- Drop view path
DROP VIEW "public"."path";

-- Drop foreign key node_parent_fkey of node
ALTER TABLE "public"."node" DROP CONSTRAINT "node_parent_fkey";

-- Drop table node
-- losesData: The rows of node are gone.
-- breaksDeployedCode: Code that still maps node fails.
-- note: The way back makes node again without its rows.
DROP TABLE "public"."node";
