-- Create sequence widget_id_seq
CREATE SEQUENCE "public"."widget_id_seq" AS integer;

-- Number widget.id by widget_id_seq
ALTER TABLE "public"."widget" ALTER COLUMN "id" SET DEFAULT nextval('"public"."widget_id_seq"'::regclass);

-- Tie sequence widget_id_seq to widget.id
ALTER SEQUENCE "public"."widget_id_seq" OWNED BY "public"."widget"."id";

-- Let widget_id_seq go on after the numbers that are there
SELECT setval('"public"."widget_id_seq"', coalesce(max("id") + 1, 1), false) FROM "public"."widget";
