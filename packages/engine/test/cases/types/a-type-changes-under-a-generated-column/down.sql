-- Drop column widget.size
ALTER TABLE "public"."widget" DROP COLUMN "size";

-- Change the type of widget.value from text to character varying(10)
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
-- mayFail: Fails if the value of a row of widget cannot be converted.
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE character varying(10);

-- Add column widget.size
-- blocksReads: widget is rewritten, because size is computed for every row: nobody can read or write it meanwhile.
ALTER TABLE "public"."widget" ADD COLUMN "size" integer GENERATED ALWAYS AS (length((value)::text)) STORED;
