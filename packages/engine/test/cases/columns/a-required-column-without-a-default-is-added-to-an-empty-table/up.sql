-- Add column widget.size
-- mayFail: Fails if widget has rows: size may not be NULL and has no default.
ALTER TABLE "public"."widget" ADD COLUMN "size" integer NOT NULL;
