-- Drop exclusion constraint no_overlap of widget
ALTER TABLE "public"."widget" DROP CONSTRAINT "no_overlap";
