-- Change the type of widget.value from character varying(3) to character(3)
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE character(3);
