-- Change the type of widget.value from character varying(20) to character varying(10)
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
-- mayFail: Fails if a row of widget has a value that cannot be converted.
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE character varying(10);
