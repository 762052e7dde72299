-- Change the type of widget.value from integer to smallint
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
-- mayFail: Fails if a row of widget has a value that cannot be converted.
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE smallint;
