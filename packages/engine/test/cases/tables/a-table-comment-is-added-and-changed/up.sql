-- Comment on table a
COMMENT ON TABLE "public"."a" IS 'new';

-- Comment on table b
COMMENT ON TABLE "public"."b" IS 'changed';

-- Remove the comment on table c
COMMENT ON TABLE "public"."c" IS NULL;
