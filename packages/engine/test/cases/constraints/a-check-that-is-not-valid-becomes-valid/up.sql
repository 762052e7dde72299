-- Check the rows of t against check c
-- mayFail: Fails if a row of t violates c.
ALTER TABLE "public"."t" VALIDATE CONSTRAINT "c";
