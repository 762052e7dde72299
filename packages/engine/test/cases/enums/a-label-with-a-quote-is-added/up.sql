-- Add label it's to enum widget_mood_enum
ALTER TYPE "public"."widget_mood_enum" ADD VALUE 'it''s';
