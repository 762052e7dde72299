-- Drop index in"dex of say "hi"
DROP INDEX "public"."in""dex";

-- Drop column say "hi".new"
-- losesData: The values of say "hi".new" are gone.
-- breaksDeployedCode: Code that still maps new" fails on every find and insert.
-- note: The way back makes say "hi".new" again without its values.
ALTER TABLE "public"."say ""hi""" DROP COLUMN "new""";

-- Change the type of say "hi".a"b from bigint to integer
-- blocksReads: say "hi" is rewritten: nobody can read or write it meanwhile.
-- mayFail: Fails if the a"b of a row of say "hi" cannot be converted.
ALTER TABLE "public"."say ""hi""" ALTER COLUMN "a""b" TYPE integer;

-- Create index in"dex on say "hi"
-- blocksWrites: An index is built: nobody can write say "hi" meanwhile.
CREATE INDEX "in""dex" ON "public"."say ""hi""" ("a""b");
