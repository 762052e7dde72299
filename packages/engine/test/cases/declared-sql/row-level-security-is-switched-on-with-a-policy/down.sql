-- Disable row security on widget
ALTER TABLE "public"."widget" DISABLE ROW LEVEL SECURITY;

-- Drop policy own of widget
DROP POLICY "own" ON "public"."widget";
