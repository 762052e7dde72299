-- Change the type of widget.value from character varying(20) to character varying(5)
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
-- mayFail: Fails if the value of a row of widget cannot be converted.
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE character varying(5) USING value::character varying(5);
