-- Add column widget.color
ALTER TABLE "public"."widget" ADD COLUMN "color" text;
