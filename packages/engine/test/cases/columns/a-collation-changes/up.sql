-- Change the collation of widget.name to C
ALTER TABLE "public"."widget" ALTER COLUMN "name" TYPE text COLLATE "pg_catalog"."C";
