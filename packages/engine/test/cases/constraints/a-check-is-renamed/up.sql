-- Rename constraint old_check of widget to new_check
ALTER TABLE "public"."widget" RENAME CONSTRAINT "old_check" TO "new_check";
