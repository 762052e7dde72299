-- Set the storage of widget.name
ALTER TABLE ONLY "public"."widget" ALTER COLUMN "name" SET STORAGE EXTERNAL;

-- Set the compression of widget.name
ALTER TABLE "public"."widget" ALTER COLUMN "name" SET COMPRESSION pglz;

-- Set the statistics target of widget.size
ALTER TABLE ONLY "public"."widget" ALTER COLUMN "size" SET STATISTICS 200;

-- Set the options of widget.size
ALTER TABLE "public"."widget" ALTER COLUMN "size" SET (n_distinct=5);
