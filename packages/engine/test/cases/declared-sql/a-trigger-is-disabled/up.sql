-- Set when trigger touch of widget fires
ALTER TABLE "public"."widget" DISABLE TRIGGER "touch";
