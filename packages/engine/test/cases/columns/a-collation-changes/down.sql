-- Change the type of widget.name from text to text
ALTER TABLE "public"."widget" ALTER COLUMN "name" TYPE text;
