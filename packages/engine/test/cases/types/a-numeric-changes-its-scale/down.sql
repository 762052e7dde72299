-- Change the type of widget.value from numeric(10,4) to numeric(10,2)
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
-- losesData: widget.value: Digits beyond 2 behind the point are gone.
-- note: widget.value: Digits beyond 2 behind the point are gone.
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE numeric(10,2);
