-- Change the type of widget.value from timestamp without time zone to timestamp with time zone
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
-- mayFail: Fails if the value of a row of widget cannot be converted.
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE timestamp with time zone USING value AT TIME ZONE 'UTC';
