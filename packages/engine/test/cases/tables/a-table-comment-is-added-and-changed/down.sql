-- Comment on table c
COMMENT ON TABLE "public"."c" IS 'gone';

-- Comment on table b
COMMENT ON TABLE "public"."b" IS 'old';

-- Remove the comment on table a
COMMENT ON TABLE "public"."a" IS NULL;
