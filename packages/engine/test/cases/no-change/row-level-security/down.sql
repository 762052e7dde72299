-- Drop policy own of person
DROP POLICY "own" ON "public"."person";

-- Drop policy change of person
DROP POLICY "change" ON "public"."person";

-- Drop policy adults of person
DROP POLICY "adults" ON "public"."person";

-- Drop policy add of person
DROP POLICY "add" ON "public"."person";

-- Drop table person
-- losesData: The rows of person are gone.
-- breaksDeployedCode: Code that still maps person fails.
-- note: The way back makes person again without its rows.
DROP TABLE "public"."person";
