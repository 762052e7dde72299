-- Enable row security on widget
ALTER TABLE "public"."widget" ENABLE ROW LEVEL SECURITY;

-- Create policy own on widget
CREATE POLICY "own" ON "public"."widget" FOR ALL USING ((name = CURRENT_USER));
