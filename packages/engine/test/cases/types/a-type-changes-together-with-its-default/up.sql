-- Drop the default of widget.value
ALTER TABLE "public"."widget" ALTER COLUMN "value" DROP DEFAULT;

-- Change the type of widget.value from integer to text
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE text;

-- Set the default of widget.value
ALTER TABLE "public"."widget" ALTER COLUMN "value" SET DEFAULT 'none'::text;
