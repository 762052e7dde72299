-- Drop foreign key f of b
ALTER TABLE "public"."b" DROP CONSTRAINT "f";

-- Add foreign key f to b
ALTER TABLE "public"."b" ADD CONSTRAINT "f" FOREIGN KEY (a) REFERENCES public.a(id) NOT VALID;
