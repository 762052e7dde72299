-- Drop foreign key FK_400945051de0780b261cbea7a86 of pet
ALTER TABLE "public"."pet" DROP CONSTRAINT "FK_400945051de0780b261cbea7a86";

-- Drop foreign key FK_20acc45f799c122ec3735a3b8b1 of pet
ALTER TABLE "public"."pet" DROP CONSTRAINT "FK_20acc45f799c122ec3735a3b8b1";

-- Add foreign key FK_400945051de0780b261cbea7a86 to pet
-- blocksWrites: Every row of pet is checked: nobody can write it meanwhile.
-- mayFail: Fails if a row of pet points at no pet.
ALTER TABLE "public"."pet" ADD CONSTRAINT "FK_400945051de0780b261cbea7a86" FOREIGN KEY ("motherId") REFERENCES public.pet(id);

-- Add foreign key FK_20acc45f799c122ec3735a3b8b1 to pet
-- blocksWrites: Every row of pet is checked: nobody can write it or owner meanwhile.
-- mayFail: Fails if a row of pet points at no owner.
ALTER TABLE "public"."pet" ADD CONSTRAINT "FK_20acc45f799c122ec3735a3b8b1" FOREIGN KEY ("ownerId") REFERENCES public.owner(id);
