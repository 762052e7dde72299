-- Install extension citext, where it is not there yet
CREATE EXTENSION IF NOT EXISTS "citext" WITH SCHEMA "public";

-- Add column widget.mail
ALTER TABLE "public"."widget" ADD COLUMN "mail" public.citext;
