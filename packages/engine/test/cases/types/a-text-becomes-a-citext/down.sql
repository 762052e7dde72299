-- Change the type of widget.value from public.citext to text
-- blocksReads: The indexes over value are built again: nobody can read or write widget meanwhile.
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE text;

-- Remove extension citext
DROP EXTENSION "citext";
