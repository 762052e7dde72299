-- Install extension citext, where it is not there yet
CREATE EXTENSION IF NOT EXISTS "citext" WITH SCHEMA "public";

-- Change the type of widget.value from text to public.citext
-- blocksReads: The indexes over value are built again: nobody can read or write widget meanwhile.
-- mayFail: Fails if two rows of widget have the same key over value then.
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE public.citext;
