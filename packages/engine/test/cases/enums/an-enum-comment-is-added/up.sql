-- Comment on enum e
COMMENT ON TYPE "public"."e" IS 'letters';
