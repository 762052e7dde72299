-- Rename constraint new_name of widget to old_name
ALTER TABLE "public"."widget" RENAME CONSTRAINT "new_name" TO "old_name";
