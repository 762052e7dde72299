-- Change the collation of widget.name to that of its type
-- blocksReads: The indexes over name are built again: nobody can read or write widget meanwhile.
ALTER TABLE "public"."widget" ALTER COLUMN "name" TYPE text;
