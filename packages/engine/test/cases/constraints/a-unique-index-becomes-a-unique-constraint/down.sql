-- Drop unique constraint one_name of widget
ALTER TABLE "public"."widget" DROP CONSTRAINT "one_name";

-- Create index one_name on widget
-- blocksWrites: An index is built: nobody can write widget meanwhile.
-- mayFail: Fails if two rows of widget have the same key.
CREATE UNIQUE INDEX "one_name" ON "public"."widget" ("name");
