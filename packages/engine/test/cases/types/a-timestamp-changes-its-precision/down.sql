-- Change the type of widget.value from timestamp with time zone to timestamp(3) with time zone
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
-- losesData: widget.value: The digits of value that timestamp(3) with time zone has no place for are gone.
-- note: widget.value: The digits of value that timestamp(3) with time zone has no place for are gone.
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE timestamp(3) with time zone;
