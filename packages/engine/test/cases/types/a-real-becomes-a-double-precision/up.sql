-- Change the type of widget.value from real to double precision
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
-- note: widget.value, on the way back: Digits that real has no place for are gone.
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE double precision;
