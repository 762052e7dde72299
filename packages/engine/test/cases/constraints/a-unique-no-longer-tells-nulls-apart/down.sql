-- Drop unique constraint one of t
ALTER TABLE "public"."t" DROP CONSTRAINT "one";

-- Add unique constraint one to t
-- blocksReads: An index is built: nobody can read or write t meanwhile.
-- mayFail: Fails if two rows of t have the same a.
ALTER TABLE "public"."t" ADD CONSTRAINT "one" UNIQUE (a);
