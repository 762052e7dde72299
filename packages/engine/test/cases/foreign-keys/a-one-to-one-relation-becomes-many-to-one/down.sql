-- Add unique constraint REL_20acc45f799c122ec3735a3b8b to pet
-- blocksReads: An index is built: nobody can read or write pet meanwhile.
-- mayFail: Fails if two rows of pet have the same ownerId.
ALTER TABLE "public"."pet" ADD CONSTRAINT "REL_20acc45f799c122ec3735a3b8b" UNIQUE ("ownerId");
