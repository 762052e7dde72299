-- Drop column widget.size
ALTER TABLE "public"."widget" DROP COLUMN "size";

-- Change the type of widget.value from character varying(10) to text
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE text;

-- Add column widget.size
-- blocksReads: widget is rewritten, because size is computed for every row: nobody can read or write it meanwhile.
ALTER TABLE "public"."widget" ADD COLUMN "size" integer GENERATED ALWAYS AS (length(value)) STORED;
