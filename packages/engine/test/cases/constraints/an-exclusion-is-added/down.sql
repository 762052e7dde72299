-- Drop exclusion constraint no_overlap of widget
ALTER TABLE "public"."widget" DROP CONSTRAINT "no_overlap";

-- Remove extension btree_gist
DROP EXTENSION "btree_gist";
