-- Drop foreign key f of b
ALTER TABLE "public"."b" DROP CONSTRAINT "f";

-- Drop unique constraint one of a
ALTER TABLE "public"."a" DROP CONSTRAINT "one";

-- Add primary key a_pk to a
-- blocksReads: An index is built: nobody can read or write a meanwhile.
-- mayFail: Fails if two rows of a have the same id.
ALTER TABLE "public"."a" ADD CONSTRAINT "a_pk" PRIMARY KEY (id);

-- Add foreign key f to b
-- blocksWrites: Every row of b is checked: nobody can write it or a meanwhile.
-- mayFail: Fails if a row of b points at no a.
ALTER TABLE "public"."b" ADD CONSTRAINT "f" FOREIGN KEY (a) REFERENCES public.a(id);
