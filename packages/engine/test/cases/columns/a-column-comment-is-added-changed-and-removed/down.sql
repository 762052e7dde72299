-- Comment on column widget.c
COMMENT ON COLUMN "public"."widget"."c" IS 'gone';

-- Comment on column widget.b
COMMENT ON COLUMN "public"."widget"."b" IS 'old';

-- Remove the comment on column widget.a
COMMENT ON COLUMN "public"."widget"."a" IS NULL;
