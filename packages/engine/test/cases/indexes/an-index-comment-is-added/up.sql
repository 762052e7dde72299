-- Comment on index i
COMMENT ON INDEX "public"."i" IS 'by name';
