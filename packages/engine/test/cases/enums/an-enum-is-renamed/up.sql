-- Rename type mood to feeling
ALTER TYPE "public"."mood" RENAME TO "feeling";
