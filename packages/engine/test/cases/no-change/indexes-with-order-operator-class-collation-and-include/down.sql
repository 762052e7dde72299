-- Drop index trigrams of person
DROP INDEX "public"."trigrams";

-- Drop index patterns of person
DROP INDEX "public"."patterns";

-- Drop index ordered of person
DROP INDEX "public"."ordered";

-- Drop index filled of person
DROP INDEX "public"."filled";

-- Drop index covering of person
DROP INDEX "public"."covering";

-- Drop index collated of person
DROP INDEX "public"."collated";

-- Drop table person
-- losesData: The rows of person are gone.
-- breaksDeployedCode: Code that still maps person fails.
-- note: The way back makes person again without its rows.
DROP TABLE "public"."person";
