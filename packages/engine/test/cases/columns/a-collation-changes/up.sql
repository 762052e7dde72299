-- Change the collation of widget.name to C
-- blocksReads: The indexes over name are built again: nobody can read or write widget meanwhile.
ALTER TABLE "public"."widget" ALTER COLUMN "name" TYPE text COLLATE "pg_catalog"."C";
