-- Drop foreign key FK_0094910b3f6e75c4a19870fd6e7 of pet
ALTER TABLE "public"."pet" DROP CONSTRAINT "FK_0094910b3f6e75c4a19870fd6e7";

-- Add foreign key FK_0094910b3f6e75c4a19870fd6e7 to pet
-- blocksWrites: Every row of pet is checked: nobody can write it or b meanwhile.
-- mayFail: Fails if a row of pet points at no b.
ALTER TABLE "public"."pet" ADD CONSTRAINT "FK_0094910b3f6e75c4a19870fd6e7" FOREIGN KEY (of) REFERENCES public.b(id);
