-- Drop trigger touch of person
DROP TRIGGER "touch" ON "public"."person";

-- Drop trigger off of person
DROP TRIGGER "off" ON "public"."person";

-- Drop trigger names of person
DROP TRIGGER "names" ON "public"."person";

-- Drop trigger later of person
DROP TRIGGER "later" ON "public"."person";

-- Drop function touch()
DROP FUNCTION "public"."touch"();

-- Drop table person
-- losesData: The rows of person are gone.
-- breaksDeployedCode: Code that still maps person fails.
-- note: The way back makes person again without its rows.
DROP TABLE "public"."person";
