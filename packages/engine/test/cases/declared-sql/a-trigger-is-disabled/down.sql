-- Set when trigger touch of widget fires
ALTER TABLE "public"."widget" ENABLE TRIGGER "touch";
