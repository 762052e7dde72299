-- Change the type of widget.value from timestamp with time zone to timestamp without time zone
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE timestamp without time zone USING "value" AT TIME ZONE 'UTC';
