-- Change the type of widget.value from character varying(5) to character varying(20)
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE character varying(20);
