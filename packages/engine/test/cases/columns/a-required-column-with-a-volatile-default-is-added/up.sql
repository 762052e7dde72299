-- Add column widget.token
ALTER TABLE "public"."widget" ADD COLUMN "token" uuid DEFAULT gen_random_uuid() NOT NULL;
