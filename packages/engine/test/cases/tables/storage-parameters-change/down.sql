-- Set the options of t
ALTER TABLE "public"."t" RESET (toast.autovacuum_enabled);

-- Set the options of t
ALTER TABLE "public"."t" SET (autovacuum_enabled=false, fillfactor=70);
