-- Allow NULL in widget.name
ALTER TABLE "public"."widget" ALTER COLUMN "name" DROP NOT NULL;
