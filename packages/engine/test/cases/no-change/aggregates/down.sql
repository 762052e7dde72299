-- Drop aggregate longest(text)
DROP AGGREGATE "public"."longest"(text);

-- Drop function longer(a text, b text)
DROP FUNCTION "public"."longer"(a text, b text);
