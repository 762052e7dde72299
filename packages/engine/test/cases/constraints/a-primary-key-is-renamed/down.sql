-- Rename constraint new_pk of widget to old_pk
ALTER TABLE "public"."widget" RENAME CONSTRAINT "new_pk" TO "old_pk";
