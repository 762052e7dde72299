-- Drop exclusion constraint no_overlap of widget
ALTER TABLE "public"."widget" DROP CONSTRAINT "no_overlap";

-- Add exclusion constraint no_overlap to widget
-- blocksReads: An index is built: nobody can read or write widget meanwhile.
-- mayFail: Fails if two rows of widget exclude each other.
ALTER TABLE "public"."widget" ADD CONSTRAINT "no_overlap" EXCLUDE USING gist (during WITH &&) WHERE ((id > 3));
