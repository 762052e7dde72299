-- Change the type of widget.value from double precision to real
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
-- losesData: Digits that real has no place for are gone.
-- note: Digits that real has no place for are gone.
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE real;
