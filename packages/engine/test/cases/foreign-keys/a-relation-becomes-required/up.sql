-- Forbid NULL in pet.ownerId
-- blocksReads: Every row of pet is checked: nobody can read or write it meanwhile.
-- mayFail: Fails if a row of pet has no ownerId.
ALTER TABLE "public"."pet" ALTER COLUMN "ownerId" SET NOT NULL;
