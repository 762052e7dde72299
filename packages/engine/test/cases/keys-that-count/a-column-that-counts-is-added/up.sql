-- Add column widget.number
-- blocksReads: widget is rewritten, because number gets a number in every row: nobody can read or write it meanwhile.
ALTER TABLE "public"."widget" ADD COLUMN "number" serial NOT NULL;
