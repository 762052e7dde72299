-- Change the type of widget.value from public.citext to text
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE text;

-- Remove extension citext
DROP EXTENSION "citext";
