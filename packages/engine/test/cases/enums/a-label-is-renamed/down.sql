-- Rename label fine of widget_mood_enum to ok
ALTER TYPE "public"."widget_mood_enum" RENAME VALUE 'fine' TO 'ok';
