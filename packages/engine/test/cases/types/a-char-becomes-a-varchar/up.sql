-- Change the type of widget.value from character(3) to character varying(3)
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE character varying(3);
