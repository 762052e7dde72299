-- Drop unique constraint one_name of widget
ALTER TABLE "public"."widget" DROP CONSTRAINT "one_name";
