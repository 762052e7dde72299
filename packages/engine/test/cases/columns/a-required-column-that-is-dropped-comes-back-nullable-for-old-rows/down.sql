-- Add column widget.size
ALTER TABLE "public"."widget" ADD COLUMN "size" integer DEFAULT 3 NOT NULL;
