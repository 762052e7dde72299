-- Drop statistics some
DROP STATISTICS "public"."some";

-- Drop statistics mixed
DROP STATISTICS "public"."mixed";

-- Drop statistics expression
DROP STATISTICS "public"."expression";

-- Drop statistics all_kinds
DROP STATISTICS "public"."all_kinds";

-- Drop table person
-- losesData: The rows of person are gone.
-- breaksDeployedCode: Code that still maps person fails.
-- note: The way back makes person again without its rows.
DROP TABLE "public"."person";
