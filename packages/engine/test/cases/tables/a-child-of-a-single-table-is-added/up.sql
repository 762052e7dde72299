-- Add column content.length
ALTER TABLE "public"."content" ADD COLUMN "length" integer;
