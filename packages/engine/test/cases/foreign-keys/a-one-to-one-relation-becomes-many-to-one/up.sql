-- Drop unique constraint REL_20acc45f799c122ec3735a3b8b of pet
ALTER TABLE "public"."pet" DROP CONSTRAINT "REL_20acc45f799c122ec3735a3b8b";
