-- Drop the default of widget.value
ALTER TABLE "public"."widget" ALTER COLUMN "value" DROP DEFAULT;

-- Change the type of widget.value from integer to bigint
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE bigint;

-- Set the default of widget.value
ALTER TABLE "public"."widget" ALTER COLUMN "value" SET DEFAULT '1'::bigint;
