-- Change sequence widget_id_seq
ALTER SEQUENCE "public"."widget_id_seq" AS bigint MINVALUE 1 MAXVALUE 9223372036854775807;

-- Change the type of widget.id from integer to bigint
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
ALTER TABLE "public"."widget" ALTER COLUMN "id" TYPE bigint;
