-- Rename index new_name to old_name
ALTER INDEX "public"."new_name" RENAME TO "old_name";
