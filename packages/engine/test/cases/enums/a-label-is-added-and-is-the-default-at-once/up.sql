-- Add label fine to enum widget_mood_enum
-- outside a transaction
ALTER TYPE "public"."widget_mood_enum" ADD VALUE 'fine';

-- Set the default of widget.mood
ALTER TABLE "public"."widget" ALTER COLUMN "mood" SET DEFAULT 'fine'::public.widget_mood_enum;
