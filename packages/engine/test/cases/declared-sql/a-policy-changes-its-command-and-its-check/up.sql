-- Drop policy own of widget
DROP POLICY "own" ON "public"."widget";

-- Create policy own on widget
CREATE POLICY "own" ON "public"."widget" FOR UPDATE USING (true) WITH CHECK ((size > 0));
