-- Add label awful to enum widget_mood_enum
ALTER TYPE "public"."widget_mood_enum" ADD VALUE 'awful' BEFORE 'sad';

-- Add label so to enum widget_mood_enum
ALTER TYPE "public"."widget_mood_enum" ADD VALUE 'so' BEFORE 'ok';
