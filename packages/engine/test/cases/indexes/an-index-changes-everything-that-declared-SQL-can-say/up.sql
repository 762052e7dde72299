-- Drop index i of widget
DROP INDEX "public"."i";

-- Create index i on widget
-- blocksWrites: An index is built: nobody can write widget meanwhile.
CREATE INDEX "i" ON "public"."widget" (lower(name) DESC NULLS LAST, "size") INCLUDE ("id") WITH (fillfactor=80);
