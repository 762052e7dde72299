-- Change the type of widget.value from double precision to real
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
-- mayFail: Fails if the value of a row of widget cannot be converted.
-- losesData: widget.value: Digits that real has no place for are gone.
-- note: widget.value: Digits that real has no place for are gone.
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE real;
