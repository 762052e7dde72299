-- Change the type of widget.value from date to timestamp without time zone
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
-- note: widget.value, on the way back: The time of day of value is gone.
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE timestamp without time zone;
