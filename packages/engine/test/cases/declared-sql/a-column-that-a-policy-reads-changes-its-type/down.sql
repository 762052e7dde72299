-- Drop policy own of widget
DROP POLICY "own" ON "public"."widget";

-- Change the type of widget.name from character varying(50) to text
ALTER TABLE "public"."widget" ALTER COLUMN "name" TYPE text;

-- Create policy own on widget
CREATE POLICY "own" ON "public"."widget" FOR ALL USING ((name = CURRENT_USER));
