-- Add column widget.color
ALTER TABLE "public"."widget" ADD COLUMN "color" text DEFAULT 'red'::text NOT NULL;
