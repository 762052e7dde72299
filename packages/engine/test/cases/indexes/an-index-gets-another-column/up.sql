-- Drop index by_name of widget
DROP INDEX "public"."by_name";

-- Create index by_name on widget
-- blocksWrites: An index is built: nobody can write widget meanwhile.
CREATE INDEX "by_name" ON "public"."widget" ("name", "size");
