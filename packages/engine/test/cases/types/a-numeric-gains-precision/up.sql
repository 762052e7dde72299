-- Change the type of widget.value from numeric(10,2) to numeric(12,2)
ALTER TABLE "public"."widget" ALTER COLUMN "value" TYPE numeric(12,2);
