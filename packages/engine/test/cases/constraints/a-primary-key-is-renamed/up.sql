-- Rename constraint old_pk of widget to new_pk
ALTER TABLE "public"."widget" RENAME CONSTRAINT "old_pk" TO "new_pk";
