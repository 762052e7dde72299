-- Drop function f(a integer)
DROP FUNCTION "public"."f"(a integer);
