-- Rename type feeling to mood
ALTER TYPE "public"."feeling" RENAME TO "mood";
