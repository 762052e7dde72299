-- Install extension pg_trgm, where it is not there yet
CREATE EXTENSION IF NOT EXISTS "pg_trgm" WITH SCHEMA "public";

-- Create index fuzzy on widget
-- blocksWrites: An index is built: nobody can write widget meanwhile.
CREATE INDEX "fuzzy" ON "public"."widget" USING "gin" ("name" "public"."gin_trgm_ops");
