-- Drop materialized view small
DROP MATERIALIZED VIEW "public"."small";

-- Change the type of widget.size from bigint to integer
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
-- mayFail: Fails if the size of a row of widget cannot be converted.
ALTER TABLE "public"."widget" ALTER COLUMN "size" TYPE integer;

-- Create materialized view small
CREATE MATERIALIZED VIEW "public"."small" AS
SELECT id,
    size
   FROM public.widget;

-- Create index small_id on small
-- blocksWrites: An index is built: nobody can write small meanwhile.
CREATE INDEX "small_id" ON "public"."small" ("id");
