-- Drop index by_both of widget
DROP INDEX "public"."by_both";

-- Create index by_both on widget
-- blocksWrites: An index is built: nobody can write widget meanwhile.
CREATE INDEX "by_both" ON "public"."widget" ("name", "size");
