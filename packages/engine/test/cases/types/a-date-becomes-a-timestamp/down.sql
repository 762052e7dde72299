-- Change the type of widget.value from timestamp without time zone to date
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
-- losesData: widget.value: The time of day of value is gone.
-- note: widget.value: The time of day of value is gone.
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE date;
