-- Set the default of widget.b
ALTER TABLE "public"."widget" ALTER COLUMN "b" SET DEFAULT 2;

-- Drop the default of widget.a
ALTER TABLE "public"."widget" ALTER COLUMN "a" DROP DEFAULT;

-- Set the default of widget.c
ALTER TABLE "public"."widget" ALTER COLUMN "c" SET DEFAULT 4;
