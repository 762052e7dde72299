-- Comment on column widget.a
COMMENT ON COLUMN "public"."widget"."a" IS 'new';

-- Comment on column widget.b
COMMENT ON COLUMN "public"."widget"."b" IS 'it''s changed';

-- Remove the comment on column widget.c
COMMENT ON COLUMN "public"."widget"."c" IS NULL;
