-- Change the type of widget.value from timestamp(3) with time zone to timestamp with time zone
-- note: widget.value, on the way back: The digits of value that timestamp(3) with time zone has no place for are gone.
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE timestamp with time zone;
