-- Drop the default of widget.c
ALTER TABLE "public"."widget" ALTER COLUMN "c" DROP DEFAULT;

-- Set the default of widget.a
ALTER TABLE "public"."widget" ALTER COLUMN "a" SET DEFAULT 1;

-- Set the default of widget.b
ALTER TABLE "public"."widget" ALTER COLUMN "b" SET DEFAULT 3;
