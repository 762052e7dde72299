-- Change the type of widget.mood from public.widget_mood_enum to text
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
ALTER TABLE "public"."widget" ALTER COLUMN "mood" TYPE text;

-- Drop enum widget_mood_enum
DROP TYPE "public"."widget_mood_enum";
