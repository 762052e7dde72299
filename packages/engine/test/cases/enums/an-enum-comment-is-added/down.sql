-- Remove the comment on enum e
COMMENT ON TYPE "public"."e" IS NULL;
