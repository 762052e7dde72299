-- Install extension citext
CREATE EXTENSION "citext" WITH SCHEMA "public";

-- Change the type of widget.value from text to public.citext
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE public.citext;
