-- Drop index fuzzy of widget
DROP INDEX "public"."fuzzy";

-- Remove extension pg_trgm
DROP EXTENSION "pg_trgm";
