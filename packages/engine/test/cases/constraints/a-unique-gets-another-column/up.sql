-- Drop unique constraint one of widget
ALTER TABLE "public"."widget" DROP CONSTRAINT "one";

-- Add unique constraint one to widget
-- blocksReads: An index is built: nobody can read or write widget meanwhile.
-- mayFail: Fails if two rows of widget have the same name, size.
ALTER TABLE "public"."widget" ADD CONSTRAINT "one" UNIQUE (name, size);
