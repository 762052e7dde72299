-- Install extension citext
CREATE EXTENSION "citext" WITH SCHEMA "public";

-- Add column widget.mail
ALTER TABLE "public"."widget" ADD COLUMN "mail" public.citext;
