-- Check the rows of b against foreign key f
-- mayFail: Fails if a row of b violates f.
ALTER TABLE "public"."b" VALIDATE CONSTRAINT "f";
