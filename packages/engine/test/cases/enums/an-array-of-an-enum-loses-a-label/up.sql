-- Set enum widget_mood_enum aside
ALTER TYPE "public"."widget_mood_enum" RENAME TO "widget_mood_enum_retired";

-- Create enum widget_mood_enum with its new labels
CREATE TYPE "public"."widget_mood_enum" AS ENUM ('sad', 'ok');

-- Move widget.mood to the new widget_mood_enum
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
-- note: The way back does not know which rows of widget were 'happy'.
ALTER TABLE "public"."widget"
  ALTER COLUMN "mood" DROP DEFAULT,
  ALTER COLUMN "mood" TYPE "public"."widget_mood_enum"[] USING array_replace("mood"::text[], 'happy', 'sad')::"public"."widget_mood_enum"[],
  ALTER COLUMN "mood" SET DEFAULT '{ok}'::public.widget_mood_enum[];

-- Drop the old widget_mood_enum
DROP TYPE "public"."widget_mood_enum_retired";
