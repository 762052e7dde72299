-- Rename label ok of widget_mood_enum to fine
ALTER TYPE "public"."widget_mood_enum" RENAME VALUE 'ok' TO 'fine';
