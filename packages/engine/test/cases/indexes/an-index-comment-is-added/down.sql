-- Remove the comment on index i
COMMENT ON INDEX "public"."i" IS NULL;
