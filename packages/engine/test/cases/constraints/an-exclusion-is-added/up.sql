-- Install extension btree_gist, where it is not there yet
CREATE EXTENSION IF NOT EXISTS "btree_gist" WITH SCHEMA "public";

-- Add exclusion constraint no_overlap to widget
-- blocksReads: An index is built: nobody can read or write widget meanwhile.
-- mayFail: Fails if two rows of widget exclude each other.
ALTER TABLE "public"."widget" ADD CONSTRAINT "no_overlap" EXCLUDE USING gist (during WITH &&);
