-- Change the type of widget.value from numeric(12,2) to numeric(10,2)
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
-- mayFail: Fails if the value of a row of widget cannot be converted.
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE numeric(10,2);
