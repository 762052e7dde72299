-- Install extension citext, where it is not there yet
CREATE EXTENSION IF NOT EXISTS "citext" WITH SCHEMA "public";

-- Change the type of widget.value from text to public.citext
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE public.citext;
