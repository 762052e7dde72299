-- Change the type of widget.value from numeric(10,2) to numeric(10,4)
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
-- mayFail: Fails if the value of a row of widget cannot be converted.
-- note: widget.value, on the way back: Digits beyond 2 behind the point are gone.
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE numeric(10,4) USING value::numeric(10,4);
