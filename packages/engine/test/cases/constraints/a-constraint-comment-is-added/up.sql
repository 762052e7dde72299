-- Comment on constraint t.c
COMMENT ON CONSTRAINT "c" ON "public"."t" IS 'positive';
