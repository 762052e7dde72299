-- Set the default of widget.data
ALTER TABLE "public"."widget" ALTER COLUMN "data" SET DEFAULT '{}'::jsonb;
