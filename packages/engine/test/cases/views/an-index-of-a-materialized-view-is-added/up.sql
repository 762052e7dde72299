-- Create index small_id on small
-- blocksWrites: An index is built: nobody can write small meanwhile.
-- mayFail: Fails if two rows of small have the same key.
CREATE UNIQUE INDEX "small_id" ON "public"."small" ("id");
