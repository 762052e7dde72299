-- Change the type of widget.value from text to jsonb
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
-- mayFail: Fails if the value of a row of widget cannot be converted.
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE jsonb USING value::jsonb;
