-- Add column pet.ownerId
ALTER TABLE "public"."pet" ADD COLUMN "ownerId" integer;

-- Add foreign key FK_20acc45f799c122ec3735a3b8b1 to pet
-- blocksWrites: Every row of pet is checked: nobody can write it or owner meanwhile.
-- mayFail: Fails if a row of pet points at no owner.
ALTER TABLE "public"."pet" ADD CONSTRAINT "FK_20acc45f799c122ec3735a3b8b1" FOREIGN KEY ("ownerId") REFERENCES public.owner(id);
