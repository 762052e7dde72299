-- Drop materialized view small
DROP MATERIALIZED VIEW "public"."small";

-- Change the type of widget.size from integer to bigint
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
ALTER TABLE "public"."widget" ALTER COLUMN "size" TYPE bigint;

-- Create materialized view small
CREATE MATERIALIZED VIEW "public"."small" AS
SELECT id,
    size
   FROM public.widget;

-- Create index small_id on small
-- blocksWrites: An index is built: nobody can write small meanwhile.
CREATE INDEX "small_id" ON "public"."small" ("id");
