-- Change the type of widget.id from bigint to integer
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
-- mayFail: Fails if the id of a row of widget cannot be converted.
ALTER TABLE "public"."widget" ALTER COLUMN "id" TYPE integer;

-- Move sequence widget_id_seq into its new bounds
SELECT setval('"public"."widget_id_seq"', greatest(least(last_value, 2147483647), 1), is_called AND last_value BETWEEN 1 AND 2147483647) FROM "public"."widget_id_seq";

-- Change sequence widget_id_seq
ALTER SEQUENCE "public"."widget_id_seq" AS integer MINVALUE 1 MAXVALUE 2147483647;
