-- Create enum widget_mood_enum
CREATE TYPE "public"."widget_mood_enum" AS ENUM ('sad', 'ok');

-- Add column widget.mood
ALTER TABLE "public"."widget" ADD COLUMN "mood" public.widget_mood_enum;

-- Give the rows that are there a mood
-- blocksReads: Every row of widget is written: nobody can read or write it meanwhile.
-- mayFail: Fails if the value cannot be computed for a row of widget, or a constraint refuses it.
UPDATE "public"."widget" SET "mood" = 'sad'::public.widget_mood_enum WHERE "mood" IS NULL;

-- Forbid NULL in widget.mood
ALTER TABLE "public"."widget" ALTER COLUMN "mood" SET NOT NULL;

-- Drop column widget.kind
-- losesData: The values of widget.kind are gone.
-- breaksDeployedCode: Code that still maps kind fails on every find and insert.
-- note: The way back makes widget.kind again without its values.
ALTER TABLE "public"."widget" DROP COLUMN "kind";

-- Drop enum widget_kind_enum
DROP TYPE "public"."widget_kind_enum";
