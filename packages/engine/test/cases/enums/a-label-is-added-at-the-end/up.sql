-- Add label happy to enum widget_mood_enum
ALTER TYPE "public"."widget_mood_enum" ADD VALUE 'happy';
