-- Change the type of widget.value from timestamp with time zone to timestamp without time zone
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
-- note: widget.value: The times that have no time zone are taken as UTC, unless an expression says otherwise.
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE timestamp without time zone USING "value" AT TIME ZONE 'UTC';
