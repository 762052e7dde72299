-- Drop foreign key FK_20acc45f799c122ec3735a3b8b1 of pet
ALTER TABLE "public"."pet" DROP CONSTRAINT "FK_20acc45f799c122ec3735a3b8b1";

-- Change the type of pet.ownerId from bigint to integer
-- blocksReads: pet is rewritten: nobody can read or write it meanwhile.
-- mayFail: Fails if the ownerId of a row of pet cannot be converted.
ALTER TABLE "public"."pet" ALTER COLUMN "ownerId" TYPE integer;

-- Change the type of owner.id from bigint to integer
-- blocksReads: owner is rewritten: nobody can read or write it meanwhile.
-- mayFail: Fails if the id of a row of owner cannot be converted.
ALTER TABLE "public"."owner" ALTER COLUMN "id" TYPE integer;

-- Add foreign key FK_20acc45f799c122ec3735a3b8b1 to pet
-- blocksWrites: Every row of pet is checked: nobody can write it or owner meanwhile.
-- mayFail: Fails if a row of pet points at no owner.
ALTER TABLE "public"."pet" ADD CONSTRAINT "FK_20acc45f799c122ec3735a3b8b1" FOREIGN KEY ("ownerId") REFERENCES public.owner(id);
