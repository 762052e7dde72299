-- Drop trigger touch of widget
DROP TRIGGER "touch" ON "public"."widget";

-- Drop function touch()
DROP FUNCTION "public"."touch"();
