-- Create enum widget_kind_enum
CREATE TYPE "public"."widget_kind_enum" AS ENUM ('a', 'b');

-- Add column widget.kind
ALTER TABLE "public"."widget" ADD COLUMN "kind" public.widget_kind_enum DEFAULT 'a'::public.widget_kind_enum NOT NULL;

-- Drop column widget.mood
-- losesData: The values of widget.mood are gone.
-- breaksDeployedCode: Code that still maps mood fails on every find and insert.
-- note: The way back makes widget.mood again, with 'sad'::public.widget_mood_enum in every row.
ALTER TABLE "public"."widget" DROP COLUMN "mood";

-- Drop enum widget_mood_enum
DROP TYPE "public"."widget_mood_enum";
