-- Drop index one_name of widget
DROP INDEX "public"."one_name";

-- Add unique constraint one_name to widget
-- blocksReads: An index is built: nobody can read or write widget meanwhile.
-- mayFail: Fails if two rows of widget have the same name.
ALTER TABLE "public"."widget" ADD CONSTRAINT "one_name" UNIQUE (name);
