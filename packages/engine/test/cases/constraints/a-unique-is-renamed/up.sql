-- Rename constraint old_name of widget to new_name
ALTER TABLE "public"."widget" RENAME CONSTRAINT "old_name" TO "new_name";
