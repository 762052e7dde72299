-- Rename index old_name to new_name
ALTER INDEX "public"."old_name" RENAME TO "new_name";
