-- Change the type of widget.value from character varying(10) to text
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE text;
