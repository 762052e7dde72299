-- Rename constraint new_check of widget to old_check
ALTER TABLE "public"."widget" RENAME CONSTRAINT "new_check" TO "old_check";
