-- Rename constraint old_fk of pet to new_fk
ALTER TABLE "public"."pet" RENAME CONSTRAINT "old_fk" TO "new_fk";
