-- Change the type of widget.value from integer to boolean
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
-- mayFail: Fails if the value of a row of widget cannot be converted.
-- losesData: widget.value: Which number stood for true is gone.
-- note: widget.value: Which number stood for true is gone.
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE boolean USING value <> 0;
