-- Drop function plus(a text)
DROP FUNCTION "public"."plus"(a text);

-- Drop function plus(a integer, b integer)
DROP FUNCTION "public"."plus"(a integer, b integer);

-- Drop function pairs()
DROP FUNCTION "public"."pairs"();

-- Drop procedure nothing()
DROP PROCEDURE "public"."nothing"();

-- Drop function both(INOUT a integer, OUT b integer, VARIADIC c integer[])
DROP FUNCTION "public"."both"(INOUT a integer, OUT b integer, VARIADIC c integer[]);

-- Drop table person
-- losesData: The rows of person are gone.
-- breaksDeployedCode: Code that still maps person fails.
-- note: The way back makes person again without its rows.
DROP TABLE "public"."person";
