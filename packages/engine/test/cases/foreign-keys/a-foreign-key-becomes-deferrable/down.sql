-- Make foreign key FK_20acc45f799c122ec3735a3b8b1 of pet not deferrable
ALTER TABLE "public"."pet" ALTER CONSTRAINT "FK_20acc45f799c122ec3735a3b8b1" NOT DEFERRABLE;
