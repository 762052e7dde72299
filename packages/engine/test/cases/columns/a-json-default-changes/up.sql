-- Set the default of widget.data
ALTER TABLE "public"."widget" ALTER COLUMN "data" SET DEFAULT '{"a": 1}'::jsonb;
