-- Drop index in"dex of say "hi"
DROP INDEX "public"."in""dex";

-- Change the type of say "hi".a"b from integer to bigint
-- blocksReads: say "hi" is rewritten: nobody can read or write it meanwhile.
ALTER TABLE "public"."say ""hi""" ALTER COLUMN "a""b" TYPE bigint;

-- Add column say "hi".new"
ALTER TABLE "public"."say ""hi""" ADD COLUMN "new""" text;

-- Create index in"dex on say "hi"
-- blocksWrites: An index is built: nobody can write say "hi" meanwhile.
CREATE INDEX "in""dex" ON "public"."say ""hi""" ("a""b" DESC);
