-- Drop foreign key FK_59979a2cf352fd8ab9678ada73b of employee
ALTER TABLE "public"."employee" DROP CONSTRAINT "FK_59979a2cf352fd8ab9678ada73b";

-- Drop table employee
-- losesData: The rows of employee are gone.
-- breaksDeployedCode: Code that still maps employee fails.
-- note: The way back makes employee again without its rows.
DROP TABLE "public"."employee";
