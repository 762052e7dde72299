-- Drop function f(a text)
DROP FUNCTION "public"."f"(a text);
