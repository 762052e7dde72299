-- Set the replica identity of widget
ALTER TABLE "public"."widget" REPLICA IDENTITY USING INDEX "u";

-- Let widget follow index u
ALTER TABLE "public"."widget" CLUSTER ON "u";
