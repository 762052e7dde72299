-- Set the options of t
ALTER TABLE "public"."t" RESET (autovacuum_enabled);

-- Set the options of t
ALTER TABLE "public"."t" SET (fillfactor=80, toast.autovacuum_enabled=false);
