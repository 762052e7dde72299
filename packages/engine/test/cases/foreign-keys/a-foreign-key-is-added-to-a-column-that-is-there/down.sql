-- Drop foreign key FK_20acc45f799c122ec3735a3b8b1 of pet
ALTER TABLE "public"."pet" DROP CONSTRAINT "FK_20acc45f799c122ec3735a3b8b1";
