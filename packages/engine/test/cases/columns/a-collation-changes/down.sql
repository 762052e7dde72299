-- Change the collation of widget.name to that of its type
ALTER TABLE "public"."widget" ALTER COLUMN "name" TYPE text;
