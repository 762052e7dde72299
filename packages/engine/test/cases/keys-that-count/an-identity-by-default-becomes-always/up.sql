-- Generate widget.id always
ALTER TABLE "public"."widget" ALTER COLUMN "id" SET GENERATED ALWAYS;
