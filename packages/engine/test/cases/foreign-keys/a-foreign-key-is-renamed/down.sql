-- Rename constraint new_fk of pet to old_fk
ALTER TABLE "public"."pet" RENAME CONSTRAINT "new_fk" TO "old_fk";
