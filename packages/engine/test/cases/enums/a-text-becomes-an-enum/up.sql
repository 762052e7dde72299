-- Create enum widget_mood_enum
CREATE TYPE "public"."widget_mood_enum" AS ENUM ('sad', 'ok');

-- Change the type of widget.mood from text to public.widget_mood_enum
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
-- mayFail: Fails if the mood of a row of widget cannot be converted.
ALTER TABLE "public"."widget" ALTER COLUMN "mood" TYPE public.widget_mood_enum USING mood::"public".widget_mood_enum;
