-- Set the options of widget.size
ALTER TABLE "public"."widget" ALTER COLUMN "size" RESET (n_distinct);

-- Set the statistics target of widget.size
ALTER TABLE ONLY "public"."widget" ALTER COLUMN "size" SET STATISTICS -1;

-- Set the compression of widget.name
ALTER TABLE "public"."widget" ALTER COLUMN "name" SET COMPRESSION default;

-- Set the storage of widget.name
ALTER TABLE ONLY "public"."widget" ALTER COLUMN "name" SET STORAGE EXTENDED;
